package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.inspection.ConcurrentStatement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentStatementTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
			create index concurrently i on t (id)                                     | i        | t
			CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.T USING gin(x) | i        | s.t
			create index concurrently on t (id)                                       | -        | t
			create index concurrently "On" on "My s" . "T" (id)                       | "On"     | "My s"."T"
			create index concurrently "a -- b" on t (id)                              | "a -- b" | t
			create index concurrently ix_größe on größen (g) where g > 1              | ix_größe | größen
			""")
	void buildOfAnIndexIsRead(String sql, String index, String table) {
		assertThat(ConcurrentStatement.of(sql)).contains(new ConcurrentStatement(Kind.CREATE_INDEX, table, index));
	}

	@Test
	void commentsAreNoPartOfIt() {
		assertThat(ConcurrentStatement.of("create index -- fast\n concurrently /* a (b) */ i\n\ton t (id)"))
			.contains(new ConcurrentStatement(Kind.CREATE_INDEX, "t", "i"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop index concurrently S.i", "drop index concurrently if exists s . i cascade" })
	void dropOfAnIndexIsRead(String sql) {
		assertThat(ConcurrentStatement.of(sql)).contains(new ConcurrentStatement(Kind.DROP_INDEX, "", "s.i"));
	}

	@Test
	void detachOfAPartitionIsRead() {
		assertThat(ConcurrentStatement.of("alter table if exists p.t detach partition p.\"t 1\" concurrently"))
			.contains(new ConcurrentStatement(Kind.DETACH_PARTITION, "p.t", "p.\"t 1\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create index i on t (id)", "vacuum", "alter table t detach partition u",
			"alter table t detach partition u finalize", "drop index i", "drop table concurrently",
			"create table t (concurrently int)", "refresh materialized view concurrently v",
			"drop index concurrently U&\"i\"", "create /* x */ index concurrently -- y" })
	void otherStatementsLeaveNothingBehind(String sql) {
		assertThat(ConcurrentStatement.of(sql)).isEmpty();
	}

}
