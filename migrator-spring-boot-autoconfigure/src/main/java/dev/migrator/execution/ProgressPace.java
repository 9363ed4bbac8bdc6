package dev.migrator.execution;

import java.time.Duration;

/**
 * When to say what the server is doing.
 *
 * @param first after how long
 * @param then how long after the last time
 */
public record ProgressPace(Duration first, Duration then) {

	/**
	 * After three seconds, then every five.
	 */
	public static final ProgressPace DEFAULT = new ProgressPace(Duration.ofSeconds(3), Duration.ofSeconds(5));

	/**
	 * Whether it is time to say something.
	 * @param running how long the step has been running
	 * @param silent how long ago the last was said; longer than the step has been running
	 * if it was about another step
	 */
	public boolean due(Duration running, Duration silent) {
		return running.compareTo(this.first) >= 0
				&& (silent.compareTo(running) >= 0 || silent.compareTo(this.then) >= 0);
	}

}
