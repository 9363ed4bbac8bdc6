package dev.migrator.operation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecuteSqlTests {

	@Test
	void descriptionOfLongSqlEndsWithAWholeCharacter() {
		String beginning = "select '" + "x".repeat(191);

		assertThat(ExecuteSql.of("\n " + beginning + "\uD83D\uDE80'").describe()).isEqualTo(beginning);
	}

}
