package dev.migrator.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import dev.migrator.Migrator;
import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Runs that are asked to end from within their process.
 */
@Tag("server")
class StoppedRunTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
	}

	@Test
	void interruptedItCancelsItsStatementAndGivesTheLockBack() throws Exception {
		this.revisions.add("b <- a", "create table b (); select pg_sleep(600);");
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread migrating = sleepingUpgrade(thrown);

		migrating.interrupt();

		migrating.join(60_000);
		assertThat(thrown.get()).isInstanceOf(RunStoppedException.class)
			.hasMessage("The migration was stopped, because its thread was interrupted.\n\n"
					+ "What was applied stays applied. Start again; it continues from there.");
		assertThat(this.database.advisoryLocks()).isZero();
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.has("b")).isFalse();
	}

	@Test
	void interruptedWithinARevisionWithoutATransactionItSaysHowFarItCame() throws Exception {
		this.revisions.addWithoutTransaction("b <- a", "create table b (); select pg_sleep(600);");
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread migrating = sleepingUpgrade(thrown);

		migrating.interrupt();

		migrating.join(60_000);
		assertThat(thrown.get()).isInstanceOf(RunStoppedException.class);
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b failed");
		assertThat(this.database.value("select statements_done from migrator_history where revision = 'b'"))
			.isEqualTo("1");
		assertThat(this.database.advisoryLocks()).isZero();
	}

	@Test
	void interruptedWhileItWaitsForItsLockItEnds() throws Exception {
		this.revisions.add("b <- a", "select pg_sleep(600);");
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		AtomicReference<Throwable> thrownByWaiter = new AtomicReference<>();
		Thread holder = sleepingUpgrade(thrown);
		Thread waiter = new Thread(() -> upgrade(thrownByWaiter));
		waiter.start();
		await().until(() -> this.database.sessions("current_schema(), v.version_num") > 0);

		waiter.interrupt();

		waiter.join(60_000);
		assertThat(thrownByWaiter.get()).isInstanceOf(LockNotAcquiredException.class)
			.hasMessageContaining("Interrupted while waiting for another migrator.");
		assertThat(holder.isAlive()).isTrue();
		holder.interrupt();
		holder.join(60_000);
	}

	@Test
	void contextThatIsClosedWhileItMigratesClosesWhenTheMigrationIsDone() throws Exception {
		this.revisions.add("b <- a", "create table b (); select wait_at_gate();");
		AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();
		SpringApplication application = new SpringApplication(MigratingApplication.class);
		application.setRegisterShutdownHook(false);
		application.addInitializers(context::set);
		ExecutorService executor = Executors.newSingleThreadExecutor();
		Gate gate = Gate.in(this.database);
		try {
			Future<?> start = executor.submit(() -> application
				.run(MigratingApplication.arguments(this.database.fullUrl(), this.revisions.location())));
			await().until(() -> this.database.runs("wait_at_gate()"));

			Thread end = new Thread(() -> context.get().close());
			end.start();
			// It waits for the thread that starts, or leaves the closing to it.
			await().until(() -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED)
				.contains(end.getState()));
			gate.open();

			end.join(60_000);
			assertThat(end.isAlive()).isFalse();
			await().until(start::isDone);
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(context.get().isActive()).isFalse();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.has("b")).isTrue();
		assertThat(this.database.advisoryLocks()).isZero();
	}

	private Thread sleepingUpgrade(AtomicReference<Throwable> thrown) {
		Thread thread = new Thread(() -> upgrade(thrown));
		thread.start();
		await().until(() -> this.database.runs("pg_sleep(600)"));
		return thread;
	}

	private void upgrade(AtomicReference<Throwable> thrown) {
		try {
			Migrator.builder(this.database.newDataSource())
				.locations(this.revisions.location())
				.lockWait(Duration.ofMinutes(1))
				.build()
				.upgrade();
		}
		catch (Throwable ex) {
			thrown.set(ex);
		}
	}

}
