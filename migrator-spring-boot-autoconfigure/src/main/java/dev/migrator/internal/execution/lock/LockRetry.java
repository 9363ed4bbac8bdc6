package dev.migrator.internal.execution.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.execution.RunStoppedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.watch.CancelOnShutdown;
import dev.migrator.internal.execution.watch.RunWatch;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.StepDescription;

/**
 * Repeats work that undoes itself when it fails, if it was rolled back because it did not
 * get its lock in time, or because of a deadlock or a serialization failure. Between two
 * tries no session queues for a lock of the migrator. The pauses double, from 200
 * milliseconds to 10 seconds, and are shortened by up to a half at random, so that two
 * migrators do not meet repeatedly.
 */
public final class LockRetry {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final long FIRST_PAUSE = 200;

	private static final long LONGEST_PAUSE = 10_000;

	/** The number of doublings up to the longest pause. */
	private static final int DOUBLINGS = 6;

	private final int retries;

	private final CancelOnShutdown shutdown;

	private final RunWatch watch;

	private int attempt;

	private boolean succeeded;

	private boolean open;

	public LockRetry(int retries, CancelOnShutdown shutdown, RunWatch watch) {
		this.retries = retries;
		this.shutdown = shutdown;
		this.watch = watch;
		watch.forget();
	}

	/**
	 * Begins a try, unless one has succeeded.
	 * @return whether there is another try
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public boolean goesOn() {
		if (this.succeeded) {
			return false;
		}
		if (this.open) {
			throw new IllegalStateException("The last try has neither succeeded nor failed");
		}
		this.shutdown.check();
		this.open = true;
		this.attempt++;
		return true;
	}

	/**
	 * Returns whether this is not the first try.
	 */
	public boolean again() {
		return this.attempt > 1;
	}

	/**
	 * Records that the try has succeeded.
	 */
	public void succeeded() {
		this.succeeded = true;
		this.open = false;
	}

	/**
	 * Records that the try has failed, and pauses before the next one.
	 * @throws ScriptFailedException if there is no next try: it failed for another
	 * reason, or too often
	 * @throws RunStoppedException if the process shuts down or the thread is interrupted
	 */
	public void failed(ScriptFailedException failure) {
		this.open = false;
		ServerError error = failure.error();
		if (error == null || !error.retryable()) {
			throw failure;
		}
		List<String> blockers = this.watch.blockers();
		if (this.attempt > this.retries) {
			throw failure.afterRetries(this.attempt, blockers);
		}
		long longest = longestPause(this.attempt);
		pause(failure, error, blockers, longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
	}

	static long longestPause(int attempt) {
		return Math.min(FIRST_PAUSE << Math.min(attempt - 1, DOUBLINGS), LONGEST_PAUSE);
	}

	private void pause(ScriptFailedException failure, ServerError error, List<String> blockers, long millis) {
		logger.warn("%s: %s (SQLSTATE %s); rolled back, trying again in %s (%s of %s)%s".formatted(failure.title(),
				error.describeMessage(), error.sqlState(), StepDescription.time(Duration.ofMillis(millis)),
				this.attempt, this.retries,
				blockers.isEmpty() ? "" : ". It waited for " + String.join("; ", blockers)));
		this.shutdown.pause(millis);
	}

}
