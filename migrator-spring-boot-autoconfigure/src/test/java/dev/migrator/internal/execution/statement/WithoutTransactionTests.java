package dev.migrator.internal.execution.statement;

import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.Script;
import dev.migrator.testing.LambdaRevision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a script is told to run without a transaction, and how.
 */
class WithoutTransactionTests {

	private static final FailurePlace VACUUM = new FailurePlace(0, "running it", 1, 1, 1, 0, "vacuum t");

	private static final Script SQL = Scripts.script("a", "vacuum t;");

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"55P04 | A value that is added to an enum can be used only when that is committed. Move what uses it to a later revision, or ",
			"25001 | PostgreSQL does not run this in a transaction, and the script runs in one. To run it, ",
			"2D000 | It commits or rolls back by itself, and the script runs in a transaction. To run it, " })
	void whatATransactionHindersIsToldToRunWithoutOne(String sqlState, String reason) {
		assertThat(advice(SQL, VACUUM, sqlState, null)).isEqualTo("\n\n" + reason.strip()
				+ " add the line \"-- transaction: none\" to the header of the script. Then its statements run one by one, "
				+ "each committed by itself.");
	}

	@Test
	void javaRevisionIsToldToSayItInItsAnnotation() {
		assertThat(advice(LambdaRevision.inTransaction((op) -> op.execute("vacuum t")), VACUUM, "25001", null))
			.contains("To run it, set transactional = false in its @RevisionScript. Then");
	}

	@Test
	void otherErrorsAreNotAboutTheTransaction() {
		assertThat(advice(SQL, VACUUM, "42703", null)).isEmpty();
	}

	@Test
	void statementWithinAFunctionWouldNotRunWithoutOneEither() {
		assertThat(advice(SQL, VACUUM, "25001", "SQL statement \"vacuum t\"\nPL/pgSQL function f() line 1")).isEmpty();
	}

	@Test
	void settingOfTheTransactionThatComesTooLateIsNoReason() {
		FailurePlace set = new FailurePlace(0, "running it", 2, 2, 1, 0,
				"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");

		assertThat(advice(SQL, set, "25001", null)).isEmpty();
	}

	@Test
	void statementOfTheMigratorIsNoReason() {
		FailurePlace own = new FailurePlace(-1, "committing", 1, 1, 1, 0, "COMMIT");

		assertThat(advice(SQL, own, "25001", null)).isEmpty();
	}

	private static String advice(Script script, FailurePlace place, String sqlState, @Nullable String where) {
		return WithoutTransaction.advice(script, place, new ServerError(sqlState, "it failed", null, null, where, 0));
	}

}
