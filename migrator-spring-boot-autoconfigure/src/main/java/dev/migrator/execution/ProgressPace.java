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

}
