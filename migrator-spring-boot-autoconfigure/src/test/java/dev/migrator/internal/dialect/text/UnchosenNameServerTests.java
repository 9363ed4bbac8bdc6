package dev.migrator.internal.dialect.text;

import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names that PostgreSQL gives to what has none.
 */
@Tag("server")
class UnchosenNameServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void namesAreThoseThatTheServerChooses() {
		this.database.execute(
				"""
						create table t (a int primary key, b int, c int, d text, unique (b) include (c), foreign key (c) references t,
						    check (b > c), exclude using btree (lower(d) with =, c with =));
						create index on t (lower(d), b) include (c);
						create index on t ((b + 1));
						""");

		Table table = read().tables().get(0);

		assertThat(table.constraints()).hasSize(5)
			.allSatisfy((constraint) -> assertThat(DefaultNames.of(table.name(), constraint.unchosenName(), 0))
				.isEqualTo(constraint.name()));
		assertThat(table.indexes()).hasSize(2)
			.allSatisfy((index) -> assertThat(DefaultNames.of(table.name(), index.unchosenName(), 0))
				.isEqualTo(index.name()));
		assertThat(DefaultNames.of(table.name(), table.indexes().get(0).unchosenName(), 2)).endsWith("_idx2");
	}

	private SchemaObjects read() {
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).read(List.of("public"));
		}
	}

}
