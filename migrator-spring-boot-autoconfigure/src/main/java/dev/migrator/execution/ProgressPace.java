package dev.migrator.execution;

import java.time.Duration;

/**
 * The intervals at which the log says what the server is doing.
 *
 * @param first the time before the first report
 * @param then the time between two reports
 */
public record ProgressPace(Duration first, Duration then) {

	/**
	 * The first report after three seconds, then one every five seconds.
	 */
	public static final ProgressPace DEFAULT = new ProgressPace(Duration.ofSeconds(3), Duration.ofSeconds(5));

	/**
	 * Returns whether a report is due.
	 * @param running the time that the step has been running
	 * @param silent the time since the last report; longer than the step has been running
	 * if the last report was about another step
	 */
	public boolean due(Duration running, Duration silent) {
		return running.compareTo(this.first) >= 0
				&& (silent.compareTo(running) >= 0 || silent.compareTo(this.then) >= 0);
	}

}
