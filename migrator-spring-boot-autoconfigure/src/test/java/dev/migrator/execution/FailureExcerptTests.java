package dev.migrator.execution;

import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is shown of a long line is its beginning, in whole characters.
 */
class FailureExcerptTests {

	@Test
	void longLineEndsWithAWholeCharacter() {
		String beginning = "select '" + "x".repeat(391);

		assertThat(excerpt(beginning + "\uD83D\uDE80'")).isEqualTo("    " + beginning + " ...");
		assertThat(excerpt(beginning.substring(1) + "\uD83D\uDE80'"))
			.isEqualTo("    " + beginning.substring(1) + "\uD83D\uDE80 ...");
	}

	@Test
	void descriptionOfSqlEndsWithAWholeCharacter() {
		String beginning = "select '" + "x".repeat(191);

		assertThat(ExecuteSql.of("\n " + beginning + "\uD83D\uDE80'").describe()).isEqualTo(beginning);
	}

	private static String excerpt(String sql) {
		return new FailurePlace(0, "running it", 1, 1, 1, 0, sql).excerpt();
	}

}
