package dev.migrator.internal.dialect.normalform;

import java.util.List;

import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables that are known by their columns.
 */
@Tag("server")
@Tag("oldest")
class TableShapeServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void tableIsFoundWhateverItsNameAndSchema() {
		this.database.execute("""
				create table other (installed_rank int, installed_on timestamp);
				create schema old;
				create table old."What Ran" (installed_rank int, checksum int, more text, "INSTALLED_ON" timestamp)""");

		try (ServerConnection connection = connection()) {
			assertThat(TableShape.OF_FLYWAY.findAnywhere(connection)).contains("What Ran");
			assertThat(TableShape.OF_FLYWAY.find(connection, List.of("missing", "old"))).contains("What Ran");
			assertThat(TableShape.OF_FLYWAY.find(connection, List.of("public"))).isEmpty();
			assertThat(TableShape.OF_FLYWAY.find(connection, List.of())).isEmpty();
			assertThat(TableShape.OF_LIQUIBASE.findAnywhere(connection)).isEmpty();
		}
	}

	@Test
	void columnThatWasDroppedIsNone() {
		this.database.execute("""
				create table history (installed_rank int, installed_on timestamp, checksum int);
				alter table history drop column checksum""");

		try (ServerConnection connection = connection()) {
			assertThat(TableShape.OF_FLYWAY.findAnywhere(connection)).isEmpty();
		}
	}

	@Test
	void schemaIsEmptyUntilSomethingIsInIt() {
		this.database.execute("""
				create schema empty; create schema typed; create type typed.mood as enum ();
				create extension if not exists citext""");

		try (ServerConnection connection = connection()) {
			assertThat(SchemaContents.isEmpty(connection, null)).isTrue();
			assertThat(SchemaContents.isEmpty(connection, "empty")).isTrue();
			assertThat(SchemaContents.isEmpty(connection, "missing")).isTrue();
			assertThat(SchemaContents.isEmpty(connection, "typed")).isFalse();
		}
	}

	private ServerConnection connection() {
		return ServerConnection.open(this.database.dataSource(), (notice) -> {
		});
	}

}
