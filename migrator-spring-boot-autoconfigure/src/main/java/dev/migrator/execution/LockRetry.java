package dev.migrator.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.dialect.ServerError;

/**
 * Tries again what was rolled back because it did not get its lock in time, or because of
 * a deadlock or a serialization failure. Between two tries nobody queues behind us. The
 * pauses double, from 200 milliseconds to 10 seconds, and are cut by up to a half at
 * random, so that two migrators do not meet again and again.
 */
final class LockRetry {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final long FIRST_PAUSE = 200;

	private static final long LONGEST_PAUSE = 10_000;

	/** As many as lead to the longest pause. */
	private static final int DOUBLINGS = 6;

	private final int retries;

	private final CancelOnShutdown shutdown;

	private final RunWatch watch;

	LockRetry(int retries, CancelOnShutdown shutdown, RunWatch watch) {
		this.retries = retries;
		this.shutdown = shutdown;
		this.watch = watch;
	}

	/**
	 * Runs something that rolls itself back when it fails.
	 * @throws ScriptFailedException if it fails for another reason, or once too often
	 */
	void run(Runnable work) {
		run((again) -> work.run());
	}

	/**
	 * Runs something that undoes itself when it fails, and wants to know whether it has
	 * been tried before.
	 * @throws ScriptFailedException if it fails for another reason, or once too often
	 */
	void run(Attempt work) {
		this.watch.forget();
		for (int attempt = 1;; attempt++) {
			this.shutdown.check();
			try {
				work.run(attempt > 1);
				return;
			}
			catch (ScriptFailedException ex) {
				ServerError error = ex.error();
				if (error == null || !error.retryable()) {
					throw ex;
				}
				List<String> blockers = this.watch.blockers();
				if (attempt > this.retries) {
					throw ex.afterRetries(attempt, blockers);
				}
				long longest = longestPause(attempt);
				pause(ex, error, blockers, attempt,
						longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
			}
		}
	}

	static long longestPause(int attempt) {
		return Math.min(FIRST_PAUSE << Math.min(attempt - 1, DOUBLINGS), LONGEST_PAUSE);
	}

	private void pause(ScriptFailedException ex, ServerError error, List<String> blockers, int attempt, long millis) {
		logger.warn("%s: %s (SQLSTATE %s); rolled back, trying again in %s (%s of %s)%s".formatted(ex.title(),
				error.describeMessage(), error.sqlState(), StepDescription.time(Duration.ofMillis(millis)), attempt,
				this.retries, blockers.isEmpty() ? "" : ". It waited for " + String.join("; ", blockers)));
		this.shutdown.pause(millis);
	}

	/**
	 * Something that is tried.
	 */
	interface Attempt {

		/**
		 * Tries it.
		 * @param again whether it has been tried before
		 */
		void run(boolean again);

	}

}
