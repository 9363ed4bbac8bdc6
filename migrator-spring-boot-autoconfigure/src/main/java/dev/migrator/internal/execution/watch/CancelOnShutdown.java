package dev.migrator.internal.execution.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.Stoppable;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run when the process is told to stop, or when the thread is interrupted. Cancels
 * the current statement of the server, so that the revision is rolled back and the lock
 * released at once. Spring's own shutdown hook waits for the refresh to end, which took
 * 19 seconds until the statement had ended by itself; the cancellation took 48
 * milliseconds. The driver does not react to an interrupt while it waits for an answer.
 */
public final class CancelOnShutdown implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	/** With the pause, this keeps the process alive for ten seconds, for the rollback. */
	private static final int ATTEMPTS = 50;

	private static final long PAUSE_MILLIS = 200;

	private final Stoppable work;

	private final Runnable cancel;

	private final Thread migrating = Thread.currentThread();

	private final CountDownLatch shutdown = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Thread hook = new Thread(this::shutDown, "migrator-shutdown");

	private final Thread interrupts = new Thread(this::watchInterrupts, "migrator-interrupts");

	/**
	 * Begins to watch the thread that calls this.
	 * @param work the kind of work
	 * @param cancel cancels the current statement of the server, and may be called
	 * repeatedly
	 */
	public CancelOnShutdown(Stoppable work, Runnable cancel) {
		this.work = work;
		this.cancel = cancel;
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			this.shutdown.countDown();
		}
		this.interrupts.setDaemon(true);
		this.interrupts.start();
	}

	/**
	 * Ends the run, between two statements, if it has to end.
	 * @throws RunStoppedException if the process is shutting down, or if the thread was
	 * interrupted
	 */
	public void check() {
		check(null);
	}

	/**
	 * Ends the run, after a statement was cancelled, if that was the reason.
	 * @throws RunStoppedException if the process is shutting down, or if the thread was
	 * interrupted
	 */
	public void check(@Nullable Throwable cancelled) {
		if (this.shutdown.getCount() == 0) {
			throw RunStoppedException.byShutdown(this.work, cancelled);
		}
		if (this.migrating.isInterrupted()) {
			throw RunStoppedException.byInterrupt(this.work, cancelled);
		}
	}

	/**
	 * Ends the run if the process is shutting down, before work that an interrupt does
	 * not prevent.
	 * @throws RunStoppedException if the process is shutting down
	 */
	void checkShutdown() {
		if (this.shutdown.getCount() == 0) {
			throw RunStoppedException.byShutdown(this.work, null);
		}
	}

	/**
	 * Sleeps, unless the run has to end.
	 * @throws RunStoppedException if the process is shutting down, or if the thread was
	 * interrupted
	 */
	public void pause(long millis) {
		try {
			this.shutdown.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			this.migrating.interrupt();
		}
		check();
	}

	private void shutDown() {
		this.shutdown.countDown();
		logger.warn("The process is shutting down: cancelling the " + this.work.noun());
		try {
			// Repeatedly, because a cancel that arrives between two statements is lost.
			for (int i = 0; i < ATTEMPTS; i++) {
				cancel();
				if (this.ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void watchInterrupts() {
		try {
			while (!this.ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
				if (this.migrating.isInterrupted()) {
					cancel();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Does nothing once the work has ended: the next statement on the connection belongs
	 * to other work.
	 */
	private synchronized void cancel() {
		if (this.ended.getCount() == 0) {
			return;
		}
		try {
			this.cancel.run();
		}
		catch (MigratorException ex) {
			logger.warn("The %s could not be cancelled: %s".formatted(this.work.noun(), ex.description()));
		}
	}

	@Override
	public void close() {
		end();
		if (this.shutdown.getCount() == 0) {
			return;
		}
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The hook is already running, and has nothing more to cancel.
		}
	}

	private synchronized void end() {
		this.ended.countDown();
	}

}
