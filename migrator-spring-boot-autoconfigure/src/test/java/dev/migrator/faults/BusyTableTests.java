package dev.migrator.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.result.MigrationResult;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tables that others use while they are changed.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class BusyTableTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final ExecutorService executor = Executors.newFixedThreadPool(2);

	private Connection other;

	private Statement others;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) throws SQLException {
		this.database.execute("create table t (id int primary key, n int)");
		this.database.execute("create table u (id int primary key)");
		this.database.execute("insert into t values (1, 0)");
		this.database.execute("insert into u values (1)");
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setApplicationName("the report");
		this.other = dataSource.getConnection();
		this.other.setAutoCommit(false);
		this.others = this.other.createStatement();
		this.revisions = Revisions.in(folder).add("a", "create table once ();");
	}

	@AfterEach
	void close() throws SQLException {
		this.other.close();
		this.executor.shutdownNow();
	}

	@Test
	void revisionIsRolledBackWholeAndTriedAgainUntilTheReaderIsGone(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", "create table b (); alter table t add name text; insert into u values (2);");
		this.others.execute("select * from t");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofMillis(200)).lockRetries(100).build().upgrade());
		await().until(() -> output.getOut().contains("trying again in "));
		await().until(() -> output.getOut().contains("(2 of 100)"));

		// Between two tries nobody queues behind the migration, and nothing of it is
		// left.
		assertThat(this.database.value("select n from t")).isEqualTo("0");
		assertThat(this.database.versionRows()).containsExactly("a");
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(this.database.column("select id from u order by id")).containsExactly("1", "2");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(output).containsPattern("Revision b: canceling statement due to lock timeout \\(SQLSTATE 55P03\\); "
				+ "rolled back, trying again in \\d+ ms \\(1 of 100\\)");
	}

	@Test
	void timeoutIsSetAgainOnEachTryAndOnlyThen() throws Exception {
		this.revisions.add("b <- a", "set lock_timeout = '50ms'; alter table t add name text;")
			.add("c <- b", "create table seen as select current_setting('lock_timeout') as timeout;");
		this.others.execute("select * from t");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofMillis(300)).lockRetries(100).build().upgrade());
		await().until(() -> this.database.has("once"));
		this.other.commit();

		run.get(30, TimeUnit.SECONDS);
		assertThat(this.database.value("select timeout from seen")).isEqualTo("300ms");
	}

	@Test
	void whoIsInTheWayIsNamedWhenAllTriesAreOver() throws Exception {
		this.revisions.add("b <- a", "alter table t add name text;");
		this.others.execute("select * from t");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().lockTimeout(Duration.ofMillis(200)).lockRetries(3).build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.description()).startsWith("""
						Revision b (0002_b.sql) failed in statement 1 of 1, line 7:

						    alter table t add name text

						  canceling statement due to lock timeout (SQLSTATE 55P03)
						""")
					.containsPattern("Tried 4 times. It waited for process \\d+ of postgres \\(the report\\)[^\n]*, "
							+ "connected since [^\n]*, in a transaction for 00:00:0\\d, idle in transaction for "
							+ "00:00:0\\d: select \\* from t$");
				assertThat(ex.action()).isEqualTo(
						"""
								Nothing of this revision was kept; the database is at a. Start again.

								Each statement waits 200 ms for a lock (migrator.lock.timeout), and a revision is tried again 3 times \
								(migrator.lock.retries): raise one of them, or start again when the blocking session \
								has ended. pg_terminate_backend(<process>) ends it.""");
				assertThat(ex.blockers()).hasSize(1);
			});
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void wholeRunIsTriedAgainIfItIsOneTransaction(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", "alter table t add name text;");
		this.others.execute("select * from t");
		Future<MigrationResult> run = this.executor.submit(() -> builder().lockTimeout(Duration.ofMillis(200))
			.lockRetries(100)
			.transaction(TransactionMode.SINGLE)
			.build()
			.upgrade());
		await().until(() -> output.getOut().contains("trying again in "));
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
	}

	@Test
	void indexParameterThatWaitsForAPlannerIsTriedAgain(CapturedOutput output) throws Exception {
		this.database.execute("create table g (v int[])");
		this.database.execute("create index g_v on g using gin (v)");
		this.revisions.add("b <- a", "create table b (); alter index g_v set (fastupdate = off);");
		this.others.execute("select * from g where v @> '{1}'");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofMillis(100)).lockRetries(100).build().upgrade());
		await().until(() -> output.getOut().contains("trying again in "));
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(this.database.value("select reloptions::text from pg_class where relname = 'g_v'"))
			.isEqualTo("{fastupdate=off}");
	}

	@Test
	void deadlockIsTriedAgain(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a",
				"create table b (); lock table t; select pg_sleep(0.5); lock table u; insert into u values (2);");
		this.others.execute("set deadlock_timeout = '1h'");
		this.others.execute("lock table u");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofSeconds(20)).build().upgrade());
		await().until(() -> this.database.runs("lock table t"));
		Future<Boolean> application = this.executor.submit(() -> this.others.execute("lock table t"));

		application.get(30, TimeUnit.SECONDS);
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(output)
			.containsPattern("Revision b: deadlock detected \\(SQLSTATE 40P01\\); rolled back, trying again");
		assertThat(this.database.column("select id from u order by id")).containsExactly("1", "2");
	}

	@Test
	void foreignKeyThatLocksItsTablesInTheOtherOrderThanTheApplicationIsTriedAgain(CapturedOutput output)
			throws Exception {
		this.revisions.add("b <- a", "alter table t add constraint fk foreign key (id) references u (id);");
		// The application has written to u, and goes on to t, which the migration has.
		this.others.execute("insert into u values (2)");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofMillis(300)).lockRetries(100).build().upgrade());
		await().until(() -> this.database.runs("alter table t add constraint"));

		this.others.execute("insert into t values (2, 0)");
		await().until(() -> output.getOut().contains("trying again in "));
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(this.database.value("select convalidated from pg_constraint where conname = 'fk'")).isEqualTo("t");
		assertThat(this.database.column("select id from t order by id")).containsExactly("1", "2");
	}

	@Test
	void serializationFailureIsTriedAgain(CapturedOutput output) throws Exception {
		this.revisions.add("b <- a", """
				set transaction isolation level repeatable read;
				update t set n = n + 1;""");
		this.others.execute("update t set n = 10");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofSeconds(20)).build().upgrade());
		await().until(() -> this.database.runs("update t set n = n + 1"));
		await().until(() -> !this.database.column("select pid from pg_locks where not granted").isEmpty());
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(output).containsPattern("Revision b: could not serialize access due to concurrent update "
				+ "\\(SQLSTATE 40001\\); rolled back, trying again");
		assertThat(this.database.value("select n from t")).isEqualTo("11");
	}

	@Test
	void statementThatTakesTooLongIsNotTriedAgainAndTheSettingIsNamed(CapturedOutput output) {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().statementTimeout(Duration.ofMillis(300)).build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.description()).contains("failed in statement 2 of 2, line 7",
						"canceling statement due to statement timeout (SQLSTATE 57014)");
				assertThat(ex.action())
					.endsWith("A statement may take 300 ms (migrator.statement-timeout): raise it, or "
							+ "set it to 0, if that was the limit.");
			});
		assertThat(output).doesNotContain("trying again");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void statementTimeoutOfTheRoleDoesNotHold() {
		this.database.execute("alter database " + this.database.value("select current_database()")
				+ " set statement_timeout = '200ms'");
		this.revisions.add("b <- a", "select pg_sleep(0.5);");

		assertThat(builder().build().upgrade().to()).containsExactly("b");
	}

	@Test
	void statementThatSomebodyCancelsIsNotTriedAgain() throws Exception {
		this.revisions.add("b <- a", "select pg_sleep(600);");
		Future<MigrationResult> run = this.executor.submit(() -> builder().build().upgrade());
		await().until(() -> this.database.runs("pg_sleep(600)"));

		this.database.column("select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep(600)%' "
				+ "and pid <> pg_backend_pid() and datname = current_database()");

		assertThat(run).failsWithin(Duration.ofMinutes(1))
			.withThrowableThat()
			.havingCause()
			.withMessageContaining("canceling statement due to user request (SQLSTATE 57014)")
			.withMessageContaining("somebody cancelled it (pg_cancel_backend)");
	}

	@Test
	void concurrentIndexWaitsLongerThanTheLockTimeoutAndSaysForWhom(CapturedOutput output) throws Exception {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (n);");
		this.others.execute("set transaction isolation level repeatable read");
		this.others.execute("update u set id = id");
		Future<MigrationResult> run = this.executor
			.submit(() -> builder().lockTimeout(Duration.ofMillis(100)).build().upgrade());
		await().until(() -> output.getOut().contains("Waiting for process "));
		await().until(
				() -> !this.database
					.column("select pid from pg_stat_activity where query like 'create index con%' "
							+ "and query_start < now() - interval '300 ms'")
					.isEmpty());
		assertThat(run).isNotDone();
		this.other.commit();

		assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		assertThat(output).containsPattern("Waiting for process \\d+ of postgres \\(the report\\)[^\n]*, idle in "
				+ "transaction for 00:00:0\\d: update u set id = id");
		assertThat(this.database.value("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
			.isEqualTo("t");
	}

	@Test
	void concurrentIndexWaitsNoLongerThanItMay() throws Exception {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (n);");
		this.others.execute("update t set n = n");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().lockTimeout(Duration.ZERO)
				.concurrentWait(Duration.ofMillis(300))
				.lockRetries(1)
				.build()
				.upgrade())
			.withMessageContaining("canceling statement due to lock timeout (SQLSTATE 55P03)");
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.newDataSource()).locations(this.revisions.location());
	}

}
