package dev.migrator.dialect;

import dev.migrator.dialect.ConcurrentStatement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentStatementTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
			create index concurrently i on t (id)                                     | i      | t          | false
			CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING gin(x) | i      | s.t        | true
			create index concurrently on t (id)                                       | -      | t          | false
			create index concurrently "On" on "My s"."T" (id)                         | "On"   | "My s"."T" | false
			create /* x */ index concurrently -- y                                    | -      | -          | -
			create index concurrently ix_größe on größen (g) where g > 1              | ix_größe | größen   | false
			""")
	void buildOfAnIndexIsRead(String sql, String index, String table, Boolean ifNotExists) {
		if (table == null) {
			assertThat(ConcurrentStatement.of(sql)).isEmpty();
			return;
		}
		assertThat(ConcurrentStatement.of(sql))
			.contains(new ConcurrentStatement(Kind.CREATE_INDEX, table, index, ifNotExists));
	}

	@Test
	void commentsAreNoPartOfIt() {
		assertThat(ConcurrentStatement.of("create index -- fast\n concurrently /* a (b) */ i\n\ton t (id)"))
			.contains(new ConcurrentStatement(Kind.CREATE_INDEX, "t", "i", false));
	}

	@Test
	void detachOfAPartitionIsRead() {
		assertThat(ConcurrentStatement.of("alter table if exists p.t detach partition p.\"t 1\" concurrently"))
			.contains(new ConcurrentStatement(Kind.DETACH_PARTITION, "p.t", "p.\"t 1\"", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reindex index concurrently i", "reindex (verbose, concurrently) table t" })
	void reindexIsRead(String sql) {
		assertThat(ConcurrentStatement.of(sql)).map(ConcurrentStatement::kind).contains(Kind.REINDEX);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create index i on t (id)", "vacuum", "alter table t detach partition u",
			"drop index concurrently i", "refresh materialized view concurrently v" })
	void otherStatementsLeaveNothingBehind(String sql) {
		assertThat(ConcurrentStatement.of(sql)).isEmpty();
	}

}
