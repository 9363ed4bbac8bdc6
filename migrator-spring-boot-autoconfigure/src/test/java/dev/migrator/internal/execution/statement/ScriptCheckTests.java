package dev.migrator.internal.execution.statement;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Scripts;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.revision.Direction;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which scripts are refused before anything of a plan has run. What the rules say of a
 * statement is tested where they are.
 */
class ScriptCheckTests {

	private static final String LEAVE_OUT_OR_SAY_SO = "add the line \"-- transaction: none\" to the header of the script";

	@Test
	void problemIsNamedWithItsLineInTheScript() {
		assertThat(problems(Scripts.script("b <- a", "select 1;\nvacuum;"))).containsExactly(
				new ScriptProblem("b.sql", 8, "PostgreSQL does not run VACUUM in a transaction", LEAVE_OUT_OR_SAY_SO));
	}

	@Test
	void whatRunsWithoutATransactionMayDoMore() {
		assertThat(problems(Scripts.withoutTransaction("b <- a", "vacuum;\nbegin; select 1; commit;"))).isEmpty();
		assertThat(problems(Scripts.withoutTransaction("b <- a", "vacuum;\ndiscard all;"))).singleElement()
			.isEqualTo(new ScriptProblem("b.sql", 9, "DISCARD ALL would release the migration lock",
					"remove it: changes of a script to its session end with the script anyway"));
	}

	@Test
	void scriptWithNothingButACommandOfPsqlIsRefused() {
		assertThat(problems(Scripts.script("a", "\\ir other.sql"))).singleElement()
			.extracting(ScriptProblem::toString)
			.asString()
			.startsWith("a.sql:6: \\ir is a psql command");
	}

	@Test
	void bothDirectionsAreLookedThrough() {
		assertThat(problems(Scripts.script("b <- a", "vacuum;", "select 1;\ncommit;"))).extracting(ScriptProblem::line)
			.containsExactly(7, 10);
	}

	@Test
	void operationIsNamedWhereThereAreSeveral() {
		assertThat(problems(java((op) -> {
			op.execute("select 1");
			op.execute("select 2;\nvacuum");
		}))).singleElement()
			.extracting("line", "what", "remedy")
			.containsExactly(2, "in operation 2: PostgreSQL does not run VACUUM in a transaction",
					"set transactional = false in its @RevisionScript");
		assertThat(problems(java((op) -> op.execute("vacuum")))).singleElement()
			.extracting(ScriptProblem::what)
			.isEqualTo("PostgreSQL does not run VACUUM in a transaction");
	}

	@Test
	void textThatIsNeverClosedIsRefusedLikeTheRest() {
		assertThat(problems(java((op) -> op.execute("select 'it")))).singleElement()
			.extracting("line", "what", "remedy")
			.containsExactly(1, "the string that begins in column 8 is never closed",
					"close it with ' (a quote that belongs to the string is written twice)");
	}

	@Test
	void allProblemsOfAPlanAreToldTogether() {
		ScriptCheck check = check(TransactionMode.PER_REVISION, Scripts.script("a", "vacuum;"),
				Scripts.script("b <- a", "commit;"));

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(check::throwIfRefused).satisfies((ex) -> {
			assertThat(ex.description()).startsWith(
					"There are 2 places in pending revisions that cannot be run as they are written:\n\n  a.sql:6: ")
				.contains("\n  b.sql:7: COMMIT would begin or end a transaction");
			assertThat(ex.action()).isEqualTo("Fix them and start again.\nNothing has been run.");
			assertThat(ex.problems()).isEqualTo(check.problems());
		});
	}

	@Test
	void oneProblemIsToldAsOne() {
		ScriptCheck check = check(TransactionMode.PER_REVISION, Scripts.script("a", "vacuum;"));

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(check::throwIfRefused)
			.withMessageStartingWith("A pending revision cannot be run as it is written:\n\n  a.sql:6: ")
			.withMessageContaining("Fix it and start again.");
	}

	@Test
	void planWithoutProblemsIsNotRefused() {
		check(TransactionMode.SINGLE, Scripts.script("a", "create table a ();")).throwIfRefused();
	}

	private static Script java(Consumer<Operations> upgrade) {
		return LambdaRevision.inTransaction(upgrade);
	}

	private static List<ScriptProblem> problems(Script script) {
		return ScriptCheck.of(script, TransactionMode.PER_REVISION);
	}

	private static ScriptCheck check(TransactionMode mode, Script... scripts) {
		ScriptCheck check = new ScriptCheck(mode);
		for (Script script : scripts) {
			check.add(script, Direction.UPGRADE);
		}
		return check;
	}

}
