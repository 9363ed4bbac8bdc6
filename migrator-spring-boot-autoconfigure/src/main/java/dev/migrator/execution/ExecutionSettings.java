package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.dialect.SessionLimits;
import org.jspecify.annotations.Nullable;

/**
 * How plans are run.
 *
 * @param transaction how much of a run is one transaction
 * @param lockWait how long to wait for another migrator, at most
 * @param lockTimeout how long a statement may wait for a lock of the server; zero for
 * ever. Not for statements that run CONCURRENTLY, which block nobody while they wait
 * @param lockRetries how often a revision that did not get its lock, or met a deadlock or
 * a serialization failure, is tried again
 * @param concurrentWait how long a statement that runs CONCURRENTLY may wait for others;
 * zero for ever
 * @param statementTimeout how long a statement may take; zero for ever
 * @param uploadTimeout how long the server may wait for the rest of a message, or of the
 * data of a COPY, before its connection counts as lost; zero for ever
 * @param timeZone the time zone of a run where neither role nor database has one
 * @param application name of the application for the history, if it has one
 */
public record ExecutionSettings(TransactionMode transaction, Duration lockWait, Duration lockTimeout, int lockRetries,
		Duration concurrentWait, Duration statementTimeout, Duration uploadTimeout, String timeZone,
		@Nullable String application) {

	/**
	 * The same, with the whole run as one transaction.
	 */
	ExecutionSettings inOneTransaction() {
		return new ExecutionSettings(TransactionMode.SINGLE, this.lockWait, this.lockTimeout, this.lockRetries,
				this.concurrentWait, this.statementTimeout, this.uploadTimeout, this.timeZone, this.application);
	}

	/**
	 * The limits that a session has while it migrates.
	 */
	SessionLimits limits() {
		return SessionLimits.of(this.lockTimeout, this.concurrentWait, this.statementTimeout);
	}

}
