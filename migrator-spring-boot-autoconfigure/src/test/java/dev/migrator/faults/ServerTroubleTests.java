package dev.migrator.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.ReadOnlyException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.problem.MigratorException;
import dev.migrator.result.MigrationResult;
import dev.migrator.testing.OwnServer;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * Servers that are restarted, that may only be read, and that run out of something.
 */
@Tag("server")
class ServerTroubleTests {

	private OwnServer server;

	private TestDatabase database;

	private Path folder;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder, @TempDir Path data) {
		this.folder = folder;
		this.server = OwnServer.start(data, "max_connections=20", "max_locks_per_transaction=10", "shared_buffers=16MB",
				"autovacuum_naptime=1");
		this.database = this.server.database();
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void restartedInTheMiddleOfARevisionNothingOfItIsKept() throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<MigrationResult> run = executor.submit(() -> builder().build().upgrade());
			await().until(() -> this.database.runs("pg_sleep(600)"));

			this.server.stop();

			Exception thrown = catchThrowableOfType(Exception.class, () -> run.get(30, TimeUnit.SECONDS));
			assertThat(thrown).cause()
				.isInstanceOf(ScriptFailedException.class)
				.hasMessageContaining("Revision b (0002_b.sql) failed in statement 2 of 2, line 7")
				.hasMessageContaining("terminating connection due to administrator command (SQLSTATE 57P01)")
				.hasMessageContaining("Start again: the next start finds out whether this was committed");
		}
		finally {
			executor.shutdownNow();
		}
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> builder().build().upgrade())
			.withMessageContaining("The database could not be reached");

		this.server.startAgain();

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
		this.revisions.file("0002_b.sql", "-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table b ();");
		assertThat(builder().build().upgrade().to()).containsExactly("b");
	}

	@Test
	void restartedWhileOneWaitsForTheLockItGoesOnWaiting() throws Exception {
		builder().build().upgrade();
		this.revisions.add("b <- a", "create table b ();");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (var holder = this.database.newDataSource().getConnection(); var statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + new AdvisoryLock("public", "migrator_version").key() + ")");
			Future<MigrationResult> run = executor.submit(() -> builder().build().upgrade());
			await().until(() -> this.database.sessions("current_schema(), v.version_num") > 0);

			this.server.stop();
			assertThat(run).isNotDone();
			this.server.startAgain();

			assertThat(run.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void standbyIsRefusedWhenSomethingIsPending() {
		builder().build().upgrade();
		this.revisions.add("b <- a", "create table b ();");
		this.server.stop();
		this.server.becomeStandby();
		this.server.startAgain();

		assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> builder().build().upgrade()).withMessage("""
				Revisions are pending, and the server is a standby: it is read-only until it is promoted.

				Point the migrator to the primary server, with migrator.url if the application itself must stay on \
				the standby.
				Nothing has been run.""");
	}

	@Test
	void standbyIsGoodEnoughWhenNothingIsPending() {
		builder().build().upgrade();
		this.server.stop();
		this.server.becomeStandby();
		this.server.startAgain();

		assertThat(builder().build().upgrade().to()).containsExactly("a");
		assertThat(builder().build().status().pending()).isEmpty();
	}

	@Test
	void fullDiskRollsBackTheRevision() throws Exception {
		Path disk = Files.createDirectory(this.folder.resolve("disk"));
		assumeThat(run("mount", "-t", "tmpfs", "-o", "size=2m,mode=777", "tmpfs", disk.toString()))
			.as("only root may mount a small disk")
			.isZero();
		try {
			Path tablespace = Files.createDirectory(disk.resolve("tablespace"));
			run("chmod", "700", tablespace.toString());
			this.database.execute("create tablespace small location '" + tablespace + "'");
			this.revisions.add("b <- a", """
					create table before (id int);
					create table b (t text) tablespace small;
					insert into b select repeat('x', 1000) from generate_series(1, 100000);""");

			assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> builder().build().upgrade())
				.withMessageContaining("failed in statement 3 of 3, line 9")
				.withMessageContaining("No space left on device (SQLSTATE 53100)")
				.withMessageContaining("Hint: Check free disk space.")
				.withMessageContaining("Nothing of this revision was kept; the database is at a.");

			assertThat(this.database.versionRows()).containsExactly("a");
			assertThat(this.database.has("before")).isFalse();
			this.revisions.file("0002_b.sql", "-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table b ();");
			builder().build().upgrade();
			assertThat(this.database.has("b")).isTrue();
		}
		finally {
			this.server.close();
			run("umount", disk.toString());
		}
	}

	@Test
	void limitOfTemporaryFilesRollsBackTheRevision() {
		this.revisions.add("b <- a", """
				set temp_file_limit = '1MB'; set work_mem = '64kB';
				create table b as select i from generate_series(1, 500000) i order by -i;""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> builder().build().upgrade())
			.withMessageContaining("(1024kB) (SQLSTATE 53400)");

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void wholeRunThatNeedsTooManyLocksLeavesNothingAndNamesTheSetting() {
		this.revisions.add("b <- a",
				"do $$ begin for i in 1..5000 loop execute 'create table b' || i || ' ()'; end loop; end $$;");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().transaction(TransactionMode.SINGLE).build().upgrade())
			.withMessageContaining("failed in statement 1 of 1, line 7")
			.withMessageContaining("out of shared memory (SQLSTATE 53200)")
			.withMessageContaining("max_locks_per_transaction")
			.withMessageContaining("Nothing of this run was kept; the database is empty of revisions.");

		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(this.database.has("a")).isFalse();
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void autovacuumThatPreventsAWraparoundIsNamed() {
		this.revisions.add("b <- a",
				"create table t (id int) with (autovacuum_enabled = false, autovacuum_freeze_max_age = 100000, "
						+ "autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1); insert into t select generate_series(1, 200000);");
		builder().build().upgrade();
		this.database.execute("create procedure burn() language plpgsql as "
				+ "'begin for i in 1..100100 loop perform txid_current(); commit; end loop; end'");
		this.database.execute("call burn()");
		await().atMost(60, TimeUnit.SECONDS)
			.until(() -> this.database.sessions("public.t (to prevent wraparound)") > 0);
		this.revisions.add("c <- b", "alter table t add column name text;");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().lockTimeout(Duration.ofMillis(500)).lockRetries(1).build().upgrade())
			.satisfies((ex) -> assertThat(ex.blockers()).singleElement()
				.asString()
				.contains("public.t (to prevent wraparound)"));
	}

	@Test
	void holderIsNotNamedToOneWhoMayNotSeeIt() throws Exception {
		this.database.execute("create role guest login");
		this.database.execute("grant create on schema public to guest");
		try (var holder = this.database.newDataSource().getConnection(); var statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + new AdvisoryLock("public", "migrator_version").key() + ")");
			var asGuest = this.database.newDataSource();
			asGuest.setUser("guest");

			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> Migrator.builder(asGuest)
					.locations(this.revisions.location())
					.lockWait(Duration.ofMillis(100))
					.build()
					.upgrade())
				.withMessageContaining("It is held by process ")
				.withMessageContaining("<insufficient privilege>");
		}
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.newDataSource()).locations(this.revisions.location());
	}

	private static int run(String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

}
