package dev.migrator.internal.execution.statement;

import java.io.StringReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The facts of a revision before it is run.
 */
class RevisionSummaryTests {

	private static final String HALF = "select '" + "x".repeat(SqlPieces.SIZE / 2) + "';";

	@Test
	void statementsAreCountedForEachOperation() {
		ScriptBody body = new ScriptBody(List.of(ExecuteSql.of("select 1;; select 2 -- ; three"),
				ExecuteSql.of("-- nothing"), new DataMigration("fill it", new DataMigration.Body() {
				}, null), ExecuteSql.of("copy t from stdin;\nselect;\n\\.\nselect 4")), 1);

		RevisionSummary survey = RevisionSummary.of(body);

		assertThat(survey.statements()).containsExactly(2, 0, 1, 2);
		assertThat(survey.total()).isEqualTo(5);
	}

	@Test
	void namesOfSettingsWithADotAreFound() {
		RevisionSummary survey = RevisionSummary
			.of(Scripts.body("set app.one = 'x'", "select set_config('app.two', 'y', false)"));

		assertThat(survey.settings().names()).containsExactly("app.one", "app.two");
		assertThat(RevisionSummary.of(Scripts.body("set work_mem = '1MB'")).settings().names()).isEmpty();
	}

	@Test
	void tracesAreLookedForInEveryOperation() {
		assertThat(RevisionSummary.of(Scripts.body("create temp table t ()", "select 1")).leavesResources()).isTrue();
		assertThat(RevisionSummary.of(Scripts.body("select 1", "select pg_advisory_lock(7)")).leavesResources())
			.isTrue();
		assertThat(RevisionSummary.of(Scripts.body("create table t ()", "select 1")).leavesResources()).isFalse();
	}

	@Test
	void smallScriptIsOpenedOnceAndKeptAsItIsWritten() {
		String sql = "-- a table\ncreate table t ();\n\ncreate table u () -- and one more\n";
		AtomicInteger opened = new AtomicInteger();

		RevisionSummary summary = RevisionSummary.of(new ScriptBody(List.of(new ExecuteSql(() -> {
			opened.incrementAndGet();
			return new StringReader(sql);
		})), 1));

		assertThat(summary.read(0)).map(StatementGroup::text).contains(sql);
		assertThat(opened).hasValue(1);
	}

	@Test
	void copyWithItsDataIsNotKept() {
		assertThat(of("create table t (a int);\ncopy t from stdin;\n1\n\\.\n").read(0)).isEmpty();
	}

	@Test
	void scriptOfSeveralMessagesIsNotKept() {
		assertThat(of(HALF + HALF + "select 1;").read(0)).isEmpty();
	}

	@Test
	void operationsAreKeptWhileTheyAreOneMessageTogether() {
		RevisionSummary summary = of(HALF, HALF, "select 1;");

		assertThat(summary.read(0)).isPresent();
		assertThat(summary.read(1)).isEmpty();
		assertThat(summary.read(2)).isPresent();
	}

	@Test
	void scriptWithoutStatementsIsNotKept() {
		assertThat(of("-- nothing to do\n").read(0)).isEmpty();
	}

	private static RevisionSummary of(String... sql) {
		return RevisionSummary.of(Scripts.body(sql));
	}

}
