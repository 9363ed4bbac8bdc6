package dev.migrator.internal.command;

import java.time.Duration;

/**
 * How long a piece of work takes: without the connection that it waits for before, and
 * without another migrator.
 */
public final class Stopwatch {

	private long start = System.nanoTime();

	/**
	 * Forgets what was before.
	 */
	public void restart() {
		this.start = System.nanoTime();
	}

	public Duration taken() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

}
