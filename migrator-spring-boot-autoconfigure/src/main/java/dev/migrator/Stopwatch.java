package dev.migrator;

import java.time.Duration;

/**
 * How long a piece of work takes: without the connection that it waits for before, and
 * without another migrator.
 */
final class Stopwatch {

	private long start = System.nanoTime();

	/**
	 * Forgets what was before.
	 */
	void restart() {
		this.start = System.nanoTime();
	}

	Duration taken() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

}
