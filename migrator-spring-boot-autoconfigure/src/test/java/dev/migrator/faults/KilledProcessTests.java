package dev.migrator.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.testing.ChildProcess;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Processes that are killed, asked to end or frozen while they migrate.
 */
@Tag("server")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(OutputCaptureExtension.class)
class KilledProcessTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();");
		this.builder = Migrator.builder(this.database.newDataSource()).locations(this.revisions.location());
	}

	@Test
	void killedInTheThirdOfFiveRevisionsItLeavesTwoAndTheNextStartAppliesTheRest() {
		this.revisions.add("c <- b", "create table c (); select pg_sleep(600); create table c2 ();")
			.add("d <- c", "create table d ();")
			.add("e <- d", "create table e ();");
		try (ChildProcess process = startAndAwait("pg_sleep(600)")) {
			process.kill();
		}
		// The server sees after two seconds at the latest that its client is gone.
		await().until(() -> this.database.advisoryLocks() == 0);

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(this.database.has("c")).isFalse();

		this.revisions.file("0003_c.sql", "-- revision: c\n-- revises: b\n-- migrator:upgrade\ncreate table c ();");
		this.builder.build().upgrade();

		assertThat(this.database.versionRows()).containsExactly("e");
		assertThat(this.database.history()).hasSize(5).doesNotHaveDuplicates();
	}

	@Test
	void whileTheServerStillRunsWhatTheDeadProcessSentTheNextStarterWaitsAndNamesIt(CapturedOutput output) {
		this.revisions.add("c <- b", "create table c (); select wait_at_gate(), 'orphan';");
		// The server cannot see a client's end while the proxy holds the connection.
		Gate gate = Gate.in(this.database);
		try (TcpProxy proxy = proxy(); ChildProcess process = startThrough(proxy)) {
			await().until(() -> this.database.runs("orphan"));
			process.kill();
			proxy.when("never sent", TcpProxy.Fault.SILENCE);

			CompletableFuture<?> next = CompletableFuture.runAsync(() -> this.builder.build().upgrade());
			await().until(() -> output.getOut().contains("Waiting, "));
			gate.open();
			next.join();
		}
		assertThat(output)
			.containsPattern(
					"Waiting, [\\d.]+ s at most, for another migrator: process \\d+ of postgres \\(the killed one\\)")
			.containsPattern(", in a transaction for 00:00:0\\d, active for 00:00:0\\d: create table c \\(\\); select");
		assertThat(this.database.versionRows()).containsExactly("c");
		assertThat(this.database.history()).containsOnlyOnce("upgrade c done");
	}

	@Test
	void killedInTheMiddleOfARevisionWithoutATransactionItLeavesASayingHowFarItCame() {
		this.revisions.addWithoutTransaction("c <- b",
				"create table once (); select pg_sleep(600); create table c ();");
		try (ChildProcess process = startAndAwait("pg_sleep(600)")) {
			process.kill();
		}
		await().until(() -> this.database.advisoryLocks() == 0);

		assertThat(this.database.history()).endsWith("upgrade c running");
		assertThat(this.database
			.value("select statements_done || ' of ' || statements from migrator_history " + "where revision = 'c'"))
			.isEqualTo("1 of 3");
		assertThat(this.database.versionRows()).containsExactly("b");

		this.revisions.file("0003_c.sql", """
				-- revision: c
				-- revises: b
				-- transaction: none
				-- migrator:upgrade
				create table once (); select 'no pause'; create table c ();""");
		this.builder.build().upgrade();

		assertThat(this.database.versionRows()).containsExactly("c");
		assertThat(this.database.history()).containsOnlyOnce("upgrade c done");
	}

	@Test
	void killedAfterTheCommitAndBeforeItHeardOfItItHasDoneItsWork() {
		this.revisions.add("c <- b", "create table c ();");
		try (TcpProxy proxy = proxy()) {
			proxy.when("create table c ()", TcpProxy.Fault.SILENCE);
			try (ChildProcess process = startThrough(proxy)) {
				await().until(() -> this.database.has("migrator_version") && this.database.versionRows().contains("c"));
				assertThat(process.alive()).isTrue();
			}
		}
		await().until(() -> this.database.advisoryLocks() == 0);

		assertThat(this.builder.build().upgrade().steps()).isEmpty();
		assertThat(this.database.history()).containsOnlyOnce("upgrade c done");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					drop index concurrently ix                     | to_regclass('ix') is null
					alter table p detach partition p1 concurrently | not (select relispartition from pg_class where relname = 'p1')
					create index concurrently made on t (id)       | (select indisvalid from pg_index where indexrelid = to_regclass('made'))
					""")
	void killedAfterAStatementWithoutATransactionAndBeforeTheRecordItGoesOnAfterIt(String statement, String done) {
		this.revisions.add("c <- b", """
				create table t (id int); create index ix on t (id);
				create table p (id int) partition by list (id);
				create table p1 partition of p for values in (1);""")
			.addWithoutTransaction("d <- c",
					"create table before_it ();\n" + statement + ";\ncreate table after_it ();");
		try (TcpProxy proxy = proxy()) {
			proxy.when(statement, TcpProxy.Fault.SILENCE);
			try (ChildProcess process = startThrough(proxy)) {
				await().until(() -> proxy.sprung() && "t".equals(this.database.value("select " + done)));
				process.kill();
			}
		}
		await().until(() -> this.database.advisoryLocks() == 0);
		assertThat(this.database.value("select outcome || statements_done from migrator_history where revision = 'd'"))
			.isEqualTo("running1");

		this.builder.build().upgrade();

		assertThat(this.database.versionRows()).containsExactly("d");
		assertThat(this.database.has("after_it")).isTrue();
	}

	@Test
	void askedToEndItCancelsItsStatementAndGivesTheLockBack() {
		this.revisions.add("c <- b", "create table c (); select pg_sleep(600);");
		try (ChildProcess process = ChildProcess.start(MigratingApplication.class,
				MigratingApplication.arguments(this.database.fullUrl(), this.revisions.location()))) {
			await().until(() -> this.database.runs("pg_sleep(600)"));

			process.terminate();

			assertThat(process.exitCode()).isEqualTo(143);
			assertThat(process.output()).contains("The process is shutting down: cancelling the migration",
					"The migration was stopped, because the process is shutting down.");
		}
		assertThat(this.database.runs("pg_sleep(600)")).isFalse();
		assertThat(this.database.advisoryLocks()).isZero();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.has("c")).isFalse();
	}

	@Test
	void askedToEndWhileItWaitsForAnotherItEndsAtOnce() {
		this.revisions.add("c <- b", "select pg_sleep(600);");
		try (ChildProcess holder = startAndAwait("pg_sleep(600)");
				ChildProcess waiter = ChildProcess.start(MigratingApplication.class,
						MigratingApplication.arguments(this.database.fullUrl(), this.revisions.location()))) {
			await().until(() -> waiter.output().contains("Waiting, "));

			waiter.terminate();

			assertThat(waiter.exitCode()).isEqualTo(143);
			assertThat(holder.alive()).isTrue();
		}
	}

	@Test
	void frozenHolderIsWaitedForNamedAndNotRobbed() {
		this.revisions.add("c <- b", "create table c ();");
		this.revisions.add("d <- c", "select wait_at_gate(), 'the last one';").add("e <- d", "create table e ();");
		Gate gate = Gate.in(this.database);
		try (ChildProcess holder = start()) {
			await().until(() -> this.database.runs("the last one"));
			holder.freeze();
			// When that is done the server has nothing to do for it.
			gate.open();
			await().until(() -> !this.database.runs("the last one"));

			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> this.builder.lockWait(Duration.ofMillis(500)).build().upgrade())
				.satisfies((ex) -> assertThat(ex.description()).containsPattern("waited 500 ms for it.\nIt is held by "
						+ "process \\d+ of postgres \\(the killed one\\)[^\n]*, idle for 00:00:0\\d: select wait_at_gate"));
			assertThat(this.database.advisoryLocks()).isEqualTo(1);
			assertThat(this.database.has("e")).isFalse();

			holder.thaw();

			assertThat(holder.exitCode()).isZero();
		}
		assertThat(this.database.versionRows()).containsExactly("e");
		assertThat(this.database.history()).hasSize(5).doesNotHaveDuplicates();
	}

	@Test
	void copyOfADatabaseWhoseMigratorWasKilledIsNotLocked() {
		this.revisions.add("c <- b", "select pg_sleep(600);");
		try (ChildProcess process = startAndAwait("pg_sleep(600)")) {
			process.kill();
		}
		String original = this.database.value("select current_database()");
		await().until(() -> this.database.sessions("pg_sleep(600)") == 0);
		this.database.disconnect();
		Postgres.maintenance().execute("create database %1$s_copy template %1$s".formatted(original));
		var copy = this.database.newDataSource();
		copy.setDatabaseName(original + "_copy");
		this.revisions.file("0003_c.sql", "-- revision: c\n-- revises: b\n-- migrator:upgrade\n");

		assertThat(Migrator.builder(copy)
			.locations(this.revisions.location())
			.lockWait(Duration.ZERO)
			.build()
			.upgrade()
			.to()).containsExactly("c");
	}

	private ChildProcess startAndAwait(String statement) {
		ChildProcess process = start();
		await().until(() -> this.database.runs(statement));
		return process;
	}

	private ChildProcess start() {
		return ChildProcess.start(MigratingProcess.class, this.database.fullUrl("ApplicationName=the killed one"),
				this.revisions.location());
	}

	private TcpProxy proxy() {
		return TcpProxy.before(this.database);
	}

	private ChildProcess startThrough(TcpProxy proxy) {
		return ChildProcess.start(MigratingProcess.class, this.database.fullUrl("ApplicationName=the killed one")
			.replaceFirst("//[^/]*/", "//localhost:" + proxy.port() + "/"), this.revisions.location());
	}

}
