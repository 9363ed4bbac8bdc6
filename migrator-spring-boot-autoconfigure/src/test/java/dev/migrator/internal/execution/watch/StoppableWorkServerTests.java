package dev.migrator.internal.execution.watch;

import java.util.concurrent.TimeUnit;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A statement that is cancelled because somebody wants the work to end says so.
 */
@Tag("server")
class StoppableWorkServerTests {

	private static final String SLOW = "select pg_sleep(60)";

	private final TestDatabase database = Postgres.newDatabase();

	private final ServerConnection connection = ServerConnection.open(this.database.newDataSource(), (notice) -> {
	});

	@AfterEach
	void close() {
		Thread.interrupted();
		this.connection.close();
	}

	@Test
	void interruptCancelsTheStatementAndIsTheReason() {
		interruptSoon();

		try (StoppableWork work = new StoppableWork(this.connection)) {
			assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> this.connection.query(SLOW))
				.withMessageContaining("was stopped, because its thread was interrupted")
				.withCauseInstanceOf(SqlFailure.class);
		}
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void workInsideOfWorkLeavesTheOuterOneStoppable() {
		try (StoppableWork outer = new StoppableWork(this.connection)) {
			try (StoppableWork inner = new StoppableWork(this.connection)) {
				this.connection.query("select 1");
			}
			interruptSoon();

			assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> this.connection.query(SLOW));
		}
	}

	@Test
	void otherFailuresAreWhatTheyAre() {
		try (StoppableWork work = new StoppableWork(this.connection)) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(SqlFailure.class).isThrownBy(() -> this.connection.query("select 1 / 0"));
		}
	}

	@Test
	void whatIsCancelledAfterItsEndIsNoWorkThatWasStopped() {
		try (StoppableWork work = new StoppableWork(this.connection)) {
			this.connection.query("select 1");
		}
		Thread.currentThread().interrupt();
		this.connection.send("set statement_timeout = 50");

		assertThatExceptionOfType(SqlFailure.class).isThrownBy(() -> this.connection.query(SLOW));
	}

	/**
	 * Its settings are put back, or it is ended: its pool does not get what is neither.
	 */
	@Test
	void sessionThatWasBorrowedIsPutBackOrEndedWhenItsWorkIsStopped() {
		String before = setting();
		interruptSoon();

		try (StoppableWork work = new StoppableWork(this.connection);
				BorrowedSession session = BorrowedSession.of(this.connection, "Asia/Tokyo")) {
			assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> this.connection.query(SLOW));
		}
		Thread.interrupted();

		assertThat(!this.connection.alive() || setting().equals(before)).isTrue();
	}

	private String setting() {
		return this.connection.query("show datestyle").get(0).required(0) + this.connection.query("show timezone");
	}

	private static void interruptSoon() {
		Thread working = Thread.currentThread();
		Thread interrupting = new Thread(() -> {
			try {
				TimeUnit.MILLISECONDS.sleep(300);
				working.interrupt();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		interrupting.setDaemon(true);
		interrupting.start();
	}

}
