package dev.migrator.internal.dialect.inspection;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names of indexes compared with those that the server chooses.
 */
@Tag("server")
@Tag("oldest")
class ChosenIndexNameTests {

	private static final String LONG = "a_table_with_a_name_that_is_too_long_for_an_index_of_it";

	private final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(strings = { "on t (j)", "on only public.T using btree (J desc nulls last, id)", "on t (\"Größe\")",
			"on t (j) include (id, v)", "on t (lower(v))", "on t (lower(v), upper(v), lower(v))", "on t ((lower(v)))",
			"on t ((j))", "on t ((j + 1))", "on t ((j + 1), (id + 1))", "on t ((v || 'a'), j)", "on t ((j::text))",
			"on t ((j::numeric(10, 2)))", "on t ((lower(v) || upper(v)))", "on t ((j::text || v))",
			"on t (pg_catalog.lower(v))", "on t ((t.j))", "on t (v collate \"C\" text_pattern_ops)",
			"on t ((v collate \"C\"))", "on t (coalesce(j, id))", "on t ((j is null))", "on t ((j::int is null))",
			"on t (((j)::text))", "on t using gin (tags)", "on t (j) where v = 'x (y, z)'", "on " + LONG + " (id)",
			"on " + LONG + " (id, a_column_with_a_long_name)" })
	void isTheOneOfTheServer(String definition) {
		this.database.execute("""
				create table t (id int, j int, v text, tags int[], "Größe" int);
				create table %s (id int, a_column_with_a_long_name int)""".formatted(LONG));
		String chosen = ChosenIndexName.of("create unique index concurrently " + definition).orElseThrow();

		this.database.execute("create index concurrently " + definition);

		assertThat(chosen).isEqualTo(this.database.value("select relname from pg_class where relkind = 'i' "
				+ "and relnamespace = 'public'::regnamespace order by oid desc limit 1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create index on t (j)", "create index concurrently i on t (j)",
			"drop index concurrently i", "select 'create index concurrently on t (j)'" })
	void otherStatementsLeaveNothingToChoose(String statement) {
		assertThat(ChosenIndexName.of(statement)).isEmpty();
	}

}
