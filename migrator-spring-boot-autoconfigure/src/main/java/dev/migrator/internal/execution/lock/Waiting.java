package dev.migrator.internal.execution.lock;

import java.time.Duration;
import java.util.function.Supplier;

import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.execution.watch.WakeOnShutdown;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.execution.words.StepDescription;

/**
 * A bounded wait for something that is asked for repeatedly, at growing intervals. The
 * log says what is waited for.
 */
public final class Waiting implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

	private static final long FIRST_PAUSE = 20;

	private static final long LONGEST_PAUSE = 500;

	private final WakeOnShutdown waker = new WakeOnShutdown();

	private final long deadline;

	private long pause = FIRST_PAUSE;

	private long said;

	/**
	 * Begins to wait.
	 * @param wait the longest time to wait
	 */
	public Waiting(Duration wait) {
		this.deadline = System.nanoTime() + wait.toNanos();
	}

	/**
	 * Pauses until the next question.
	 * @param awaited describes what is waited for, as the end of the sentence "Waiting
	 * for ..."
	 * @return {@code false} if the time is over
	 * @throws LockNotAcquiredException if the thread is interrupted
	 * @throws RunStoppedException if the process shuts down
	 */
	public boolean pause(Supplier<String> awaited) {
		long left = this.deadline - System.nanoTime();
		if (left <= 0) {
			return false;
		}
		if (this.said == 0 || System.nanoTime() - this.said > BETWEEN_LINES.toNanos()) {
			this.said = say(left, awaited) ? System.nanoTime() : this.said;
		}
		this.waker.sleep(Math.min(this.pause, Math.max(1, left / 1_000_000)));
		this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
		return true;
	}

	/**
	 * Logs that it waits. Without a connection the holder cannot be asked for.
	 */
	private static boolean say(long left, Supplier<String> awaited) {
		try {
			logger.info("Waiting, %s at most, for %s".formatted(StepDescription.time(Duration.ofNanos(left)),
					awaited.get()));
			return true;
		}
		catch (SqlFailure ex) {
			return false;
		}
	}

	boolean isOver() {
		return System.nanoTime() >= this.deadline;
	}

	@Override
	public void close() {
		this.waker.close();
	}

}
