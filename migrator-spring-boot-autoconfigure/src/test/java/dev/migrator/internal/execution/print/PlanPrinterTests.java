package dev.migrator.internal.execution.print;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Scripts;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.PrintedFrame;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Plan;
import dev.migrator.revision.RangePlanner;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import org.junit.jupiter.api.Test;

import static dev.migrator.execution.Scripts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a printed script says, and what cannot be printed. That it does what running the
 * plan does is tested on a server.
 */
class PlanPrinterTests {

	private static final RevisionScripts BRANCHES = Scripts.scripts(script("a", "create table a ();", "drop table a"),
			script("b <- a", "create table b ();", "drop table b"),
			script("c <- a", "create table c ();", "drop table c"), script("d <- b, c", "create table d ();"));

	private final StringBuilder out = new StringBuilder();

	@Test
	void upgradeSaysWhatItDoesAndDoesItInOneTransactionForEachRevision() {
		assertThat(upgrade(BRANCHES, "a:c")).startsWith("""
				-- Upgrade of 1 revision, from a to c.
				-- To be run with: psql -X -v ON_ERROR_STOP=1 -f <this file>
				-- Stops before it changes anything if the database is not at a, and at the first error.

				\\set ON_ERROR_STOP on
				""").contains("""
				\\echo 'Running upgrade a -> c, make c'
				BEGIN;SET LOCAL lock_timeout = 5000;SET LOCAL statement_timeout = 0;
				\\set QUIET :migrator_quiet
				create table c ();
				\\set QUIET on
				SET CONSTRAINTS ALL IMMEDIATE;
				""");
	}

	@Test
	void progressCountsTheRevisions() {
		assertThat(upgrade(BRANCHES, "heads").lines().filter((line) -> line.startsWith("\\echo "))).containsExactly(
				"\\echo 'Running upgrade <base> -> a, make a (1 of 4)'",
				"\\echo 'Running upgrade a -> b, make b (2 of 4)'", "\\echo 'Running upgrade a -> c, make c (3 of 4)'",
				"\\echo 'Running upgrade b, c -> d, make d (4 of 4)'");
	}

	@Test
	void headerCountsTheRevisionsAndNamesBothEnds() {
		assertThat(upgrade(BRANCHES, "heads")).startsWith("-- Upgrade of 4 revisions, from <base> to d.\n");
		assertThat(downgrade(BRANCHES, "b,c:base")).startsWith("-- Downgrade of 3 revisions, from b, c to <base>.\n");
		assertThat(stamp(BRANCHES, "b:c")).startsWith("-- Stamp, from b to b, c.\n");
		assertThat(upgrade(BRANCHES, "d:heads")).startsWith("-- Nothing to upgrade, from d to d.\n")
			.doesNotContain("CREATE TABLE", "BEGIN;");
	}

	@Test
	void lockIsTakenBeforeAnythingIsLookedAtAndGivenBackAtTheEnd() {
		assertThat(upgrade(BRANCHES, "heads"))
			.containsSubsequence("pg_try_advisory_lock(", "This script starts from", "CREATE TABLE IF NOT EXISTS",
					"Running upgrade <base> -> a", "Running upgrade b, c -> d")
			.endsWith("""
					COMMIT;

					DO $migrator$
					BEGIN
					EXECUTE $sql$
					%s$sql$;
					END
					$migrator$;
					\\set QUIET :migrator_quiet
					\\unset migrator_quiet
					""".formatted(new PrintedFrame(tables()).unlock()));
	}

	@Test
	void singleTransactionHasOneBeginAndOneCommit() {
		String printed = print(BRANCHES, TransactionMode.SINGLE, (planner) -> planner.upgrade("heads"));

		assertThat(printed.lines().filter((line) -> line.startsWith("BEGIN;"))).containsExactly("BEGIN;");
		assertThat(printed.lines().filter((line) -> line.endsWith("COMMIT;"))).containsExactly("COMMIT;");
		assertThat(printed.lines().filter("SET CONSTRAINTS ALL DEFERRED;"::equals)).hasSize(4);
	}

	@Test
	void revisionWithoutATransactionIsRecordedAfterEachStatement() {
		String printed = upgrade(Scripts.scripts(script("a", ""), Scripts.withoutTransaction("b <- a",
				"create table b (); vacuum b; begin; insert into b values (1); commit;")), "a:b");

		assertThat(printed.replaceAll("(?m)^\\\\set QUIET .*\n", "")).containsSubsequence("'running', 5, 0",
				"BEGIN;\ncreate table b ();\n", "statements_done = 1,", "COMMIT;\nvacuum b;\nBEGIN READ WRITE;\n",
				"statements_done = 2,", "COMMIT;\nbegin;\n", "statements_done = 5,", "\ncommit;\nBEGIN READ WRITE;\n",
				"outcome = 'done'");
		assertThat(printed).doesNotContain("statements_done = 3", "statements_done = 4");
		assertThat(printed.lines().filter((line) -> line.startsWith("BEGIN") && line.endsWith(";"))).hasSize(3);
	}

	@Test
	void sessionIsClearedOnlyWhereSomethingMayBeLeftInIt() {
		assertThat(upgrade(Scripts.scripts(script("a", "create temp table x ();")), "heads")).contains("DISCARD TEMP;");
		assertThat(upgrade(BRANCHES, "heads")).doesNotContain("DISCARD TEMP;");
	}

	@Test
	void stampRunsNothing() {
		assertThat(stamp(BRANCHES, "d"))
			.containsSubsequence("\\echo 'Running stamp d'\n", "BEGIN;\n", "'stamp'", "COMMIT;\n")
			.doesNotContain("create table");
	}

	@Test
	void stampDownwardsRecordsWhatIsUndone() {
		assertThat(stamp(BRANCHES, "b,c:a")).contains("VALUES ('b', 'downgrade',", "VALUES ('c', 'downgrade',",
				"VALUES ('a', 'stamp',");
		assertThat(stamp(BRANCHES, "a:base")).contains("VALUES ('a', 'downgrade',", "VALUES ('base', 'stamp',");
	}

	@Test
	void passwordsArePrintedAsTheyAreWritten() {
		assertThat(upgrade(Scripts.scripts(script("a", "alter role x password 'secret';")), "heads"))
			.contains("password 'secret'");
	}

	@Test
	void namesOfVariablesThatPsqlWouldPutInAreUnset() {
		assertThat(upgrade(Scripts.scripts(script("a", "select a[1:n], a[1:\"USER\"], ':q' from t;")), "heads"))
			.contains("\\unset USER\n\\unset n\n")
			.doesNotContain("\\unset q");
	}

	@Test
	void variableThatPsqlAlwaysHasIsRefused() {
		assertRefused(Scripts.scripts(script("a", "select a[1: ERROR];\nselect a[1:ERROR];")),
				"a.sql:7: psql would put the value of its variable ERROR in the place of :ERROR; "
						+ "write a blank after the colon");
	}

	@Test
	void variableOfTheScriptItselfIsRefused() {
		assertRefused(Scripts.scripts(script("a", "select a[1:migrator_quiet];")),
				"a.sql:6: psql would put the value of its variable migrator_quiet in the place of :migrator_quiet; "
						+ "write a blank after the colon");
	}

	@Test
	void scriptThatDropsTheLanguageOfThePrintedOneIsRefused() {
		assertRefused(Scripts.scripts(script("a", "select 1;\ndrop extension if exists \"plpgsql\";")),
				"a.sql:7: it drops plpgsql, in which the printed script is written; remove it");
		assertThat(upgrade(Scripts.scripts(script("a", "drop extension citext;")), "heads")).contains("citext");
	}

	@Test
	void transactionThatStaysOpenIsRefused() {
		assertRefused(Scripts.scripts(Scripts.withoutTransaction("a", "begin; create table a ();")),
				"a.sql: it leaves a transaction open that it began; commit it in the script");
	}

	@Test
	void whatRunningThePlanRefusesIsRefused() {
		assertRefused(Scripts.scripts(script("a", "vacuum;")),
				"a.sql:6: PostgreSQL does not run VACUUM in a transaction");
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> print(Scripts.scripts(Scripts.withoutTransaction("a", "vacuum;")), TransactionMode.SINGLE,
					(planner) -> planner.upgrade("heads")))
			.withMessageContaining(
					"Revision a (a.sql) cannot be in a transaction, and migrator.transaction is single.");
		assertThat(this.out).isEmpty();
	}

	@Test
	void revisionThatCannotBeUndoneIsRefused() {
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> downgrade(BRANCHES, "heads:base"))
			.satisfies((ex) -> assertThat(ex.description()).startsWith("Revision d (d.sql) cannot be undone"));
		assertThat(this.out).isEmpty();
	}

	@Test
	void codeOverLiveDataIsNamedWithWhatToDo() {
		RevisionScripts scripts = withCode(script("a", ""), script("b <- fill", ""));

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> upgrade(scripts, "heads"))
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo("""
						Code over live data cannot be printed, and a script without it would record work that is not \
						done. This plan has:

						  fill (Fill): fill it""");
				assertThat(ex.action()).isEqualTo("""
						Print the revisions before it, run it with the migrator, and print the revisions after it:

						    migrator upgrade base:a --sql
						    migrator upgrade fill
						    migrator upgrade fill:b --sql
						Nothing has been run.""");
			});
		assertThat(this.out).isEmpty();
	}

	@Test
	void whatComesBeforeAndAfterCodeOverLiveDataIsNamedOnlyWhereThereIsSomething() {
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> upgrade(withCode(script("a", "")), "a:fill"))
			.satisfies((ex) -> assertThat(ex.action()).contains(":\n\n    migrator upgrade fill\nNothing"));
	}

	@Test
	void codeOverLiveDataIsUndoneStepByStep() {
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> downgrade(withCode(script("a", "", ""), script("b <- fill", "", "")), "b:base"))
			.satisfies((ex) -> assertThat(ex.action()).contains("""
					    migrator downgrade b:b-1 --sql
					    migrator downgrade fill-1
					    migrator downgrade a:base --sql
					"""));
	}

	private static RevisionScripts withCode(Script... others) {
		return RevisionScripts.of(List.of(others), List.of(JavaRevisionScript.of(Fill.class, Fill::new)), List.of());
	}

	private void assertRefused(RevisionScripts scripts, String problem) {
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> upgrade(scripts, "heads"))
			.satisfies((ex) -> assertThat(ex.description()).contains("  " + problem));
		assertThat(this.out).isEmpty();
	}

	private String upgrade(RevisionScripts scripts, String range) {
		return print(scripts, TransactionMode.PER_REVISION, (planner) -> planner.upgrade(range));
	}

	private String downgrade(RevisionScripts scripts, String range) {
		return print(scripts, TransactionMode.PER_REVISION, (planner) -> planner.downgrade(range));
	}

	private String stamp(RevisionScripts scripts, String... targets) {
		return print(scripts, TransactionMode.PER_REVISION, (planner) -> planner.stamp(List.of(targets)));
	}

	private String print(RevisionScripts scripts, TransactionMode mode, Function<RangePlanner, Plan> plan) {
		ExecutionSettings settings = ExecutionSettings.builder()
			.transaction(mode)
			.lockWait(Duration.ZERO)
			.lockTimeout(Duration.ofSeconds(5))
			.lockRetries(0)
			.uploadTimeout(Duration.ZERO)
			.application("app")
			.build();
		this.out.setLength(0);
		new PlanPrinter(scripts, tables(), settings).print(plan.apply(new RangePlanner(scripts.graph())), this.out);
		return this.out.toString();
	}

	private static MigratorTables tables() {
		return new MigratorTables(null, "migrator_version", "migrator_history");
	}

	@RevisionScript(revision = "fill", revises = "a")
	static class Fill implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table t (id int)");
			op.data("fill it", (jdbc) -> jdbc.sql("insert into t values (1)").update());
		}

		@Override
		public void downgrade(Operations op) {
			op.data("empty it", (jdbc) -> jdbc.sql("delete from t").update());
		}

	}

}
