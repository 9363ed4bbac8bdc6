package dev.migrator.internal.execution.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.execution.words.Stoppable;

/**
 * Sleeps until the time is over or the process is told to stop. Spring's shutdown hook
 * waits for the refresh, and with it for whoever waits in it, until the supervisor kills
 * the process.
 */
public final class WakeOnShutdown implements AutoCloseable {

	private final CountDownLatch shutdown = new CountDownLatch(1);

	private final Thread hook = new Thread(this.shutdown::countDown, "migrator-waker");

	public WakeOnShutdown() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			this.shutdown.countDown();
		}
	}

	/**
	 * Sleeps.
	 * @throws LockNotAcquiredException if the thread is interrupted
	 * @throws RunStoppedException if the process shuts down
	 */
	public void sleep(long millis) {
		try {
			if (this.shutdown.await(millis, TimeUnit.MILLISECONDS)) {
				throw RunStoppedException.byShutdown(Stoppable.MIGRATION, null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockNotAcquiredException(ex);
		}
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The process is shutting down.
		}
	}

}
