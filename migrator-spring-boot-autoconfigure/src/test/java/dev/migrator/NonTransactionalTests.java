package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.migrator.execution.InvalidIndexException;
import dev.migrator.execution.PartialRevisionException;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.script.text.Checksum;
import dev.migrator.result.MigrationResult;
import dev.migrator.result.RevisionState;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Revisions that say {@code transaction: none}.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class NonTransactionalTests {

	private static final String OBJECTS = """
			create index ix on t (id);
			create table p (id int) partition by range (id);
			create table p1 partition of p for values from (0) to (10);
			create table other (id int);""";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
		this.revisions.add("a", "create table t (id int); insert into t values (1), (1)");
	}

	@Test
	void runsWhatCannotBeInATransaction() {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (id); vacuum t;");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.has("i")).isTrue();
		assertThat(this.database.value("select outcome || ' ' || statements || ' ' || statements_done "
				+ "from migrator_history where revision = 'b' and duration > interval '0'"))
			.isEqualTo("done 2 2");
	}

	@Test
	void stopsHalfWayAndGoesOnWhereItStopped() {
		this.revisions.addWithoutTransaction("b <- a", "create table once (id int); create table t (id int); vacuum;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("Revision b (0002_b.sql) failed in statement 2 of 3, line 8");
			assertThat(ex.action()).contains("1 of its 3 statements were completed and are kept; the database is at a.",
					"Fix the script from statement 2 on and start again: it continues there.");
		});
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b failed");
		assertThat(migrator().status().revisions().get(0).state()).isEqualTo(RevisionState.PARTIAL);

		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create table once (id int);
				create table other (id int);""");
		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(this.database.has("other")).isTrue();
		assertThat(migrator().status().revisions().get(0).state()).isEqualTo(RevisionState.APPLIED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create table other (\n    id int,\n    name txt)",
			"begin;\ncreate table other (\n    name txt)" })
	void lineIsThatOfTheErrorWhereTheServerSaysWhereItIs(String upgrade) {
		this.revisions.addWithoutTransaction("b <- a", upgrade);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(10));
	}

	@Test
	void refusesToGoOnWhenWhatIsDoneWasEdited() {
		this.revisions.addWithoutTransaction("b <- a", "create table once (id int); create table t (id int);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create table twice (id int);
				create table other (id int);""");

		assertThatExceptionOfType(PartialRevisionException.class).isThrownBy(this::upgrade)
			.withMessageContaining("stopped after 1 of its statements")
			.withMessageContaining("Restore the first 1 statements");
		assertThat(this.database.has("other")).isFalse();
	}

	@Test
	void transactionOfTheScriptsOwnCountsWhenItIsCommitted() {
		this.revisions.addWithoutTransaction("b <- a", """
				begin;
				create table one (id int);
				create table t (id int);
				commit;""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("0 of its 4 statements were completed"));
		assertThat(this.database.has("one")).isFalse();
	}

	@Test
	void limitsThatTheScriptSetsLast() {
		this.revisions.addWithoutTransaction("b <- a",
				"""
						create table seen as select 1 as n, current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement;
						create index concurrently i on t (id);
						do $$ begin set lock_timeout = '123ms'; set statement_timeout = '45s'; end $$;
						create index concurrently j on t (id);
						insert into seen values (2, current_setting('lock_timeout'), current_setting('statement_timeout'));
						begin; set local lock_timeout = '7s'; insert into seen values (3, current_setting('lock_timeout'), ''); commit;
						vacuum t; select 1 / (select count(*) from gate)""");
		this.database.execute("create table gate (id int)");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("division by zero");
		assertThat(this.database.column("select lock || ' ' || statement from seen order by n")).containsExactly("1s 0",
				"123ms 45s", "7s ");

		this.database.execute("insert into gate values (1)");
		this.revisions.add("c <- b", "create table later as select current_setting('lock_timeout') as lock");
		upgrade();

		assertThat(this.database.value("select lock from later")).isEqualTo("1s");
	}

	@Test
	void limitsThatTheScriptHadSetAreThereAgainWhenItGoesOn() {
		this.database.execute("create table gate (id int)");
		this.revisions.addWithoutTransaction("b <- a", """
				set lock_timeout = '123ms'; vacuum t; select 1 / (select count(*) from gate);
				create table seen as select current_setting('lock_timeout') as lock;""");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		this.database.execute("insert into gate values (1)");
		upgrade();

		assertThat(this.database.value("select lock from seen")).isEqualTo("123ms");
	}

	@Test
	void transactionOfTheScriptsOwnHasTheRecordOfItInIt() {
		this.revisions.addWithoutTransaction("b <- a",
				"""
						create table seen (done int);
						create function look() returns trigger language plpgsql as $$ begin
						    insert into seen select statements_done from migrator_history where revision = 'b';
						    return null; end $$;
						create table u (id int);
						create constraint trigger late after insert on u deferrable initially deferred for each row execute function look();
						begin;
						insert into u values (1);
						commit;
						begin read only;
						select 1;
						end;
						begin;
						insert into u values (2);
						rollback;""");

		upgrade();

		assertThat(this.database.column("select done from seen")).containsExactly("7");
		assertThat(this.database.value("select count(*) from u")).isEqualTo("1");
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void transactionThatIsLeftOpenIsRolledBackAndRefused() {
		this.revisions.addWithoutTransaction("b <- a", "begin; create table one (id int);");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("It leaves a transaction open that it began");
		assertThat(this.database.has("one")).isFalse();
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void statementThatMayBeInATransactionSharesOneWithTheRecordOfIt() {
		this.revisions.addWithoutTransaction("b <- a",
				"create table one as select txid_current() as tx; insert into one select txid_current(); vacuum one;");

		upgrade();

		assertThat(this.database.value("""
				select count(*) from one join migrator_history h on h.revision = 'b'
				where h.outcome = 'done' and h.statements_done = 3""")).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reindex table p", "reindex (verbose) index pi", "reindex table only_the_server_knows",
			"cluster p using pi", "cluster verbose p using pi" })
	void statementThatTheServerDoesNotRunInATransactionIsSentByItself(String statement) {
		assumeTrue(Postgres.majorVersion() >= 15 || !statement.startsWith("cluster"),
				"CLUSTER takes partitioned tables from 15 on");
		this.revisions.add("b <- a", """
				create table p (id int) partition by range (id);
				create table p1 partition of p for values from (0) to (10);
				create index pi on p (id);
				create table only_the_server_knows (id int) partition by range (id);""")
			.addWithoutTransaction("c <- b", "insert into t values (2); " + statement + "; insert into t values (3);");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("c");
		assertThat(this.database.value("select count(*) from t where id > 1")).isEqualTo("2");
		assertThat(this.database
			.value("select outcome || ' ' || statements_done from migrator_history where revision = 'c'"))
			.isEqualTo("done 3");
	}

	@Test
	void statementThatIsSentByItselfAndFailsSaysWhatIsDone() {
		this.revisions.add("b <- a", """
				create table p (id int) partition by range (id);
				create table p1 partition of p for values from (0) to (10);
				create function broken(int) returns int immutable language plpgsql as $$ begin return 1; end $$;
				create index pi on p (broken(id));
				insert into p values (1);
				create or replace function broken(int) returns int immutable language plpgsql
				    as $$ begin return 1 / 0; end $$;""")
			.addWithoutTransaction("c <- b", "select 1;\nreindex table p;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("failed in statement 2 of 2, line 9", "division by zero");
			assertThat(ex.action()).contains("1 of its 2 statements were completed");
		});
	}

	@Test
	void invalidIndexThatThisRevisionLeftIsDroppedAndBuiltAgain() {
		this.revisions.addWithoutTransaction("b <- a", "create unique index concurrently if not exists i on t (id);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("0 of its 1 statements were completed",
					"It left the INVALID index public.i behind, which the next start drops before it builds it again."));
		assertThat(valid("i")).isEqualTo("f");

		this.database.execute("delete from t where ctid = (select min(ctid) from t)");
		upgrade();

		assertThat(valid("i")).isEqualTo("t");
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void indexWhoseBuildDidNotGetItsLockIsDroppedBeforeItIsTriedAgain(CapturedOutput output) throws Exception {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (id);");
		this.builder.build().upgrade("a");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("insert into t values (2)");
			Future<MigrationResult> upgrade = executor
				.submit(() -> this.builder.concurrentWait(Duration.ofMillis(200)).build().upgrade());
			Awaitility.await().until(() -> output.getOut().contains("Dropping the INVALID index public.i"));
			reader.rollback();

			assertThat(upgrade.get(60, TimeUnit.SECONDS).to()).containsExactly("b");
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(valid("i")).isEqualTo("t");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					create index concurrently i on t (id)          | create index i on t (id)           | the index i was built
					drop index concurrently ix                     | drop index ix                      | the index ix was dropped
					alter table p detach partition p1 concurrently | alter table p detach partition p1  | the partition p1 was detached
					""")
	void whatWasDoneWhenTheProcessDiedIsNotDoneAgain(String statement, String done, String what,
			CapturedOutput output) {
		this.revisions.add("b <- a", OBJECTS)
			.addWithoutTransaction("c <- b", statement + "; create table after_it (id int)");
		this.builder.build().upgrade("b");
		died("c", 2);
		this.database.execute(done);

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("c");
		assertThat(this.database.has("after_it")).isTrue();
		assertThat(output)
			.contains("Continuing after a statement that was done when the run of revision c was interrupted: " + what);
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop index concurrently other", "alter table p detach partition other concurrently",
			"create index concurrently ix on t (id)" })
	void whatWasEditedSinceTheProcessDiedIsNotTakenForDone(String statement) {
		this.revisions.add("b <- a", OBJECTS).addWithoutTransaction("c <- b", "drop index concurrently ix; select 1");
		this.builder.build().upgrade("b");
		died("c", 2);
		this.revisions.file("0003_c.sql", """
				-- revision: c
				-- revises: b
				-- transaction: none
				-- migrator:upgrade
				%s; select 1""".formatted(statement));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("0 of its 2 statements were completed",
					"If it is done already, by the run that stopped there or by hand, record that: migrator resolve "
							+ "c --done 1"));
	}

	@Test
	void whatDoesNotExistFailsWhereNoEarlierRunHadBegunIt() {
		this.revisions.addWithoutTransaction("b <- a", "drop index concurrently ix");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).doesNotContain("resolve"));
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("migrator resolve b --done 1"));
	}

	@Test
	void indexThatWasThereBeforeTheRevisionFailedIsNoWorkOfItsOwn() {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (id);");
		this.builder.build().upgrade("a");
		this.database.execute("create index i on t (id)");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("relation \"i\" already exists");
	}

	@Test
	void invalidIndexThatSomebodyElseLeftIsNotPassedOver() {
		this.revisions.addWithoutTransaction("b <- a",
				"create unique index concurrently if not exists \"I x\" on t (id);");
		this.builder.build().upgrade("a");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.database.execute("create unique index concurrently \"I x\" on t (id)"));

		assertThatExceptionOfType(InvalidIndexException.class).isThrownBy(this::upgrade)
			.withMessageContaining("Revision b (" + this.revisions.location()
					+ "/0002_b.sql) builds the index public.\"I x\", and an INVALID index")
			.withMessageContaining("DROP INDEX CONCURRENTLY public.\"I x\";");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void detachThatWasBrokenOffIsFinalized() throws Exception {
		this.revisions.add("b <- a", """
				create table p (id int) partition by range (id);
				create table p1 partition of p for values from (0) to (10);""")
			.addWithoutTransaction("c <- b", "select 1; alter table p detach partition p1 concurrently;");
		this.builder.build().upgrade("b");
		try (Connection reader = this.database.dataSource().getConnection();
				Statement statement = reader.createStatement()) {
			reader.setAutoCommit(false);
			statement.execute("select * from p");
			assertThatExceptionOfType(ScriptFailedException.class)
				.isThrownBy(() -> this.builder.concurrentWait(Duration.ofMillis(300)).lockRetries(0).build().upgrade())
				.satisfies((ex) -> assertThat(ex.action()).contains("1 of its 2 statements were completed",
						"The partition is half detached; the next start finalizes that."));
			reader.rollback();
		}

		upgrade();

		assertThat(this.database.value("select count(*) from pg_inherits where inhparent = 'p'::regclass"))
			.isEqualTo("0");
		assertThat(this.database.versionRows()).containsExactly("c");
	}

	@Test
	void whatIsDoneAlreadySetsTheSessionAgainWhenItGoesOn() {
		this.revisions.addWithoutTransaction("b <- a",
				"create schema s; set search_path = s; select set_config('work_mem', '64kB', false); select 1/0;");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create schema s; set search_path = s; select set_config('work_mem', '64kB', false);
				create table seen as select current_setting('work_mem') as work_mem;""");
		upgrade();

		assertThat(this.database.value("select work_mem from s.seen")).isEqualTo("64kB");
	}

	@Test
	void roleOfTheScriptDoesNotHinderTheRecordOfIt() {
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
		this.revisions.addWithoutTransaction("b <- a", "set role migrator_guest; select 1; analyze;");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void secondWriterOfTheVersionTableIsFound() {
		this.revisions.addWithoutTransaction("b <- a", "update migrator_version set version_num = 'x'; vacuum;");

		assertThatExceptionOfType(VersionRowConflictException.class).isThrownBy(this::upgrade)
			.withMessageContaining(
					"Revision b was run but not recorded: the rows of \"public\".\"migrator_version\" are "
							+ "no longer a");
		assertThat(this.database.history()).endsWith("upgrade b failed");
	}

	@Test
	void personMaySayThatARevisionIsApplied() {
		this.revisions.addWithoutTransaction("b <- a", "create table one (id int); create table t (id int);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		MigrationResult result = migrator().resolve("b", Resolution.APPLIED);

		assertThat(result.to()).containsExactly("b");
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().show("b").status().state()).isEqualTo(RevisionState.APPLIED);
		assertThat(migrator().upgrade().steps()).isEmpty();
	}

	@Test
	void personMaySayThatARevisionIsNotApplied() {
		this.revisions.addWithoutTransaction("b <- a", "create table one (id int); create table t (id int);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);
		this.database.execute("drop table one");

		migrator().resolve("b", Resolution.NOT_APPLIED);

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(migrator().show("b").status().state()).isEqualTo(RevisionState.PENDING);
	}

	@Test
	void revisionThatDidNotStopHalfWayIsNotResolved() {
		this.revisions.add("b <- a", "");
		this.builder.build().upgrade("a");

		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> migrator().resolve("b", Resolution.APPLIED))
			.withMessageContainingAll("0002_b.sql) did not stop half-way: it is not applied", "upgrade", "stamp");
		assertThatExceptionOfType(PlanRefusedException.class)
			.isThrownBy(() -> migrator().resolve("a", Resolution.NOT_APPLIED))
			.withMessageContainingAll("0001_a.sql) did not stop half-way: it is applied", "downgrade", "stamp");
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	/**
	 * Leaves what a process leaves that is killed while it runs the first statement.
	 */
	private void died(String revision, int statements) {
		Checksum checksum = migrator().internals().scripts().scripts().get(revision).checksum();
		this.database.execute("""
				insert into migrator_history (revision, direction, started, outcome, statements, statements_done,
				    checksum, checksum_version, db_user)
				values ('%s', 'upgrade', now(), 'running', %d, 0, '%s', %d, 'me')""".formatted(revision, statements,
				checksum.value(), checksum.version()));
	}

	private @Nullable String valid(String index) {
		return this.database
			.value("select indisvalid from pg_index where indexrelid = '%s'::regclass".formatted(index));
	}

	private void upgrade() {
		migrator().upgrade();
	}

	private Migrator migrator() {
		return this.builder.build();
	}

}
