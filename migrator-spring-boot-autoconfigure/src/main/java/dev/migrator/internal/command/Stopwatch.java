package dev.migrator.internal.command;

import java.time.Duration;

/**
 * Measures the duration of a piece of work, without the time of waiting for a connection
 * or another migrator.
 */
public final class Stopwatch {

	private long start = System.nanoTime();

	/**
	 * Starts again.
	 */
	public void restart() {
		this.start = System.nanoTime();
	}

	public Duration taken() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

}
