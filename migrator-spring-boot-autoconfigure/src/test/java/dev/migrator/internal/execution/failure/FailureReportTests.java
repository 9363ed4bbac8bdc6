package dev.migrator.internal.execution.failure;

import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The message of a script that failed.
 */
class FailureReportTests {

	private static final ScriptTitle TITLE = new ScriptTitle("abc", "Revision abc", "Revision abc (0002_abc.sql)");

	private static final ServerError UNDEFINED = new ServerError("42703", "column \"nmae\" does not exist", null,
			"Perhaps you meant to reference the column \"exercises.name\".", null, 40);

	private static final String ACTION = "Nothing of this revision was kept.";

	@Test
	void statementIsNamedWithItsLineInTheScript() {
		ScriptBody body = new ScriptBody(List.of(ExecuteSql.of("...")), 8);
		FailurePlace place = new FailurePlace(0, "running it", 2, 5, 7, 0, "create index ix on exercises (nmae)");

		ScriptFailedException failure = FailureReport.of(TITLE, body, place, UNDEFINED, ACTION, new SQLException());

		assertThat(failure.description()).isEqualTo("""
				Revision abc (0002_abc.sql) failed in statement 2 of 5, line 14:

				    create index ix on exercises (nmae)

				  column "nmae" does not exist (SQLSTATE 42703)
				  Hint: Perhaps you meant to reference the column "exercises.name".""");
		assertThat(failure.action()).isEqualTo(ACTION);
		assertThat(failure.revision()).isEqualTo("abc");
		assertThat(failure).extracting("statement", "line", "error").containsExactly(2, 14, UNDEFINED);
	}

	@Test
	void operationIsNamedWhereThereAreSeveral() {
		ScriptBody body = Scripts.body("select 1", "select 2", "selct 3");
		FailurePlace place = new FailurePlace(2, "running it", 1, 1, 1, 0, "selct 3");

		assertThat(FailureReport.of(TITLE, body, place, UNDEFINED, ACTION, new SQLException()).description())
			.startsWith("Revision abc (0002_abc.sql) failed in operation 3 of 3, statement 1 of 1, line 1:\n");
	}

	@Test
	void statementOfTheMigratorIsNamedByWhatItIsFor() {
		FailurePlace place = new FailurePlace(-1, "checking deferred constraints", 1, 1, 1, 0, "SET CONSTRAINTS ...");

		ScriptFailedException failure = FailureReport.of(TITLE, Scripts.body("select 1"), place, UNDEFINED, ACTION,
				new SQLException());

		assertThat(failure.description()).startsWith("""
				Revision abc (0002_abc.sql) failed while checking deferred constraints:

				  column "nmae" does not exist (SQLSTATE 42703)
				""").doesNotContain("SET CONSTRAINTS");
		assertThat(failure.line()).isZero();
	}

	@Test
	void dataChangeIsNamedWithItsReasonAndTheLineOfItsCode() {
		IllegalStateException thrown = new IllegalStateException("no unit for kg");
		thrown.setStackTrace(new StackTraceElement[] { frame("java.util.Optional", "get"),
				frame("org.springframework.jdbc.core.JdbcTemplate", "query"),
				frame("org.postgresql.jdbc.PgStatement", "execute"), frame("com.example.ConvertUnits", "convert"),
				frame("com.example.ConvertUnits", "upgrade"),
				frame("dev.migrator.internal.execution.run.JdbcDataChange", "run") });

		ScriptFailedException failure = dataChangeFailed(new DataChangeException(thrown));

		assertThat(failure.description()).isEqualTo("""
				Revision abc (0002_abc.sql) failed in operation 2 of 2, a data change:

				    convert units

				  IllegalStateException: no unit for kg
				  at com.example.ConvertUnits.convert(ConvertUnits.java:12)""");
		assertThat(failure.getCause()).isSameAs(thrown);
		assertThat(failure.error()).isNull();
	}

	@Test
	void whatTheServerSaidOfADataChangeIsFoundBehindWhatItWasWrappedIn() {
		SQLException said = new SQLException("deadlock detected", "40P01");
		said.setStackTrace(new StackTraceElement[0]);
		RuntimeException wrapped = new RuntimeException("StatementCallback", said);
		wrapped.setStackTrace(new StackTraceElement[0]);

		ScriptFailedException failure = dataChangeFailed(new DataChangeException(wrapped));

		assertThat(failure.description()).endsWith("    convert units\n\n  deadlock detected (SQLSTATE 40P01)");
		assertThat(failure.error()).extracting("sqlState").isEqualTo("40P01");
	}

	@Test
	void passwordInTheMessageOfADataChangeIsHidden() {
		assertThat(
				dataChangeFailed(new IllegalStateException("jdbc:postgresql://db/app?password=geheim")).description())
			.contains("password=***")
			.doesNotContain("geheim");
	}

	private static ScriptFailedException dataChangeFailed(RuntimeException failure) {
		ScriptBody body = new ScriptBody(
				List.of(ExecuteSql.of("select 1"), new DataMigration("convert units", new DataMigration.Body() {
				}, null)), 1);
		return FailureReport.of(TITLE, body, 1, failure, ACTION, UnaryOperator.identity());
	}

	private static StackTraceElement frame(String type, String method) {
		return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", 12);
	}

}
