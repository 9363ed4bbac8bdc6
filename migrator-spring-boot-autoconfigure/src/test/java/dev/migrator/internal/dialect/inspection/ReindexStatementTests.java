package dev.migrator.internal.dialect.inspection;

import dev.migrator.internal.dialect.inspection.ReindexStatement.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReindexStatementTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
			reindex index concurrently I                                | INDEX    | i              | true
			reindex (verbose, concurrently) table s.t                   | TABLE    | s.t            | true
			reindex (concurrently off, tablespace x) table t            | TABLE    | t              | false
			reindex (concurrently 'false') table t                      | TABLE    | t              | false
			reindex (concurrently 0) table t                            | TABLE    | t              | false
			reindex (concurrently on) schema "My s"                     | SCHEMA   | "My s"         | true
			reindex table "concurrently"                                | TABLE    | "concurrently" | false
			reindex (tablespace "concurrently") table t                 | TABLE    | t              | false
			reindex /* all of */ database concurrently                  | DATABASE | -              | true
			reindex database concurrently d                             | DATABASE | d              | true
			reindex system d                                            | SYSTEM   | d              | false
			""")
	void isRead(String sql, Scope scope, String name, boolean concurrently) {
		assertThat(ReindexStatement.of(sql)).contains(new ReindexStatement(scope, name, concurrently));
	}

	@Test
	void otherStatementsAreNone() {
		assertThat(ReindexStatement.of("select 'reindex index concurrently i'")).isEmpty();
		assertThat(ReindexStatement.of("reindex (")).isEmpty();
	}

}
