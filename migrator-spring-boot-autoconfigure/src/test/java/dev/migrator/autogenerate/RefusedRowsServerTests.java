package dev.migrator.autogenerate;

import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.comparison.ModelComparison;
import dev.migrator.autogenerate.online.OnlineChanges;
import dev.migrator.autogenerate.writing.SqlRevisionBody;
import dev.migrator.dialect.CatalogReader;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Foreign keys that rows cannot hold to, since what they reference is a table without
 * rows.
 */
@Tag("server")
class RefusedRowsServerTests {

	private static final String OLD = "create table people (id int primary key); "
			+ "create table t (id int primary key, owner int references people)";

	private static final String NEW = "create table users (id int primary key, name text); "
			+ "create table t (id int primary key, owner int references users)";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@Test
	void tableThatIsNewNeedsTheRowsThatAreReferenced() {
		this.database
			.execute(OLD + "; insert into people values (1), (2); insert into t values (1, 1), (2, 1), (3, null)");

		ProposedChanges found = found(NEW);
		SqlRevisionBody body = SqlRevisionBody.of(found);

		assertThat(body.upgrade()).contains("""
				-- TODO: users is new here, and has none of the rows that those of t reference; add them first:
				-- INSERT INTO users (id, ...) SELECT DISTINCT owner, ... FROM t WHERE owner IS NOT NULL;
				ALTER TABLE t ADD CONSTRAINT t_owner_fkey FOREIGN KEY (owner) REFERENCES users (id);""");
		assertThat(body.downgrade()).contains("""
				-- TODO: people is new here, and has none of the rows that those of t reference; add them first:
				-- INSERT INTO people (id, ...) SELECT DISTINCT owner, ... FROM t WHERE owner IS NOT NULL;
				ALTER TABLE t ADD CONSTRAINT t_owner_fkey FOREIGN KEY (owner) REFERENCES people (id);""");
		assertThat(found.open()).contains("What is written has open TODOs: 1 in the upgrade, 1 in the downgrade");
		GeneratedSqlServerTests.run(this.database, filled(body.upgrade()));
		assertThat(found(NEW).isEmpty()).isTrue();
		GeneratedSqlServerTests.run(this.database, filled(body.downgrade()));
		assertThat(this.database.value("select count(*) from people")).isEqualTo("1");
		assertThat(found(OLD).isEmpty()).isTrue();
	}

	/**
	 * Does what the TODO says.
	 */
	private static String filled(String sql) {
		return sql.replace(", ...", "").replace("-- INSERT", "INSERT");
	}

	@Test
	void soItIsWhereTheTableIsInUse() {
		this.database.execute(OLD);

		OnlineChanges online = OnlineChanges.of(found(NEW).changes(), schema(this.database));

		assertThat(SqlRevisionBody.of(online.inTransaction(), List.of()).upgrade())
			.contains("SELECT DISTINCT owner, ... FROM t WHERE owner IS NOT NULL;\nALTER TABLE t ADD CONSTRAINT");
	}

	/**
	 * A column that is new has no values, and a table that is new no rows.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "create table t (id int primary key)",
			"create table t (id int primary key, owner int references t)",
			"create table users (id int primary key, name text); create table t (id int primary key, owner int)",
			"create table x (id int)" })
	void whatCanReferenceNothingNeedsNothing(String from) {
		this.database.execute(from);

		assertThat(SqlRevisionBody.of(found(NEW)).upgrade())
			.satisfies((sql) -> assertThat(sql.contains("TODO")).isEqualTo(from.contains("owner int references t")));
	}

	private ProposedChanges found(String wanted) {
		this.other.execute("drop schema public cascade; create schema public;" + wanted);
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			return new ModelComparison(Comparing.REMOVING_ALL, List.of())
				.compare(connection, Comparing.complete(schema(this.other)), Set.of())
				.differences();
		}
	}

	private static SchemaObjects schema(TestDatabase database) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).read();
		}
	}

}
