package dev.migrator.execution;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How plans are run.
 *
 * @param transaction how much of a run is one transaction
 * @param lockWait how long to wait for another migrator, at most
 * @param lockTimeout how long a statement may wait for a lock of the server; zero for
 * ever. Not for statements that run CONCURRENTLY, which block nobody while they wait
 * @param statementTimeout how long a statement may take; zero for ever
 * @param application name of the application for the history, if it has one
 */
public record ExecutionSettings(TransactionMode transaction, Duration lockWait, Duration lockTimeout,
		Duration statementTimeout, @Nullable String application) {

	/**
	 * The settings that are safe without knowing more: a transaction for each revision,
	 * five minutes for another migrator, five seconds for a lock, no limit for a
	 * statement.
	 * @return the defaults
	 */
	public static ExecutionSettings defaults() {
		return new ExecutionSettings(TransactionMode.PER_REVISION, Duration.ofMinutes(5), Duration.ofSeconds(5),
				Duration.ZERO, null);
	}

}
