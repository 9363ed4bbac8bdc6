package dev.migrator.internal.execution.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.session.SessionLimits;
import org.jspecify.annotations.Nullable;

/**
 * Settings for running plans. The defaults are those of the configuration properties.
 */
public final class ExecutionSettings {

	private final Builder values;

	private ExecutionSettings(Builder values) {
		this.values = values;
	}

	/**
	 * Starts building settings. A setting that is not given has its default.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Starts building settings with these values.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns the part of a run that is one transaction.
	 */
	public TransactionMode transaction() {
		return this.values.transaction;
	}

	/**
	 * Returns the longest time to wait for another migrator.
	 */
	public Duration lockWait() {
		return this.values.lockWait;
	}

	/**
	 * Returns the longest time that a statement may wait for a lock of the server; zero
	 * for no limit. Not for statements that run CONCURRENTLY, which block nobody while
	 * they wait.
	 */
	public Duration lockTimeout() {
		return this.values.lockTimeout;
	}

	/**
	 * Returns how often a revision is tried again that did not get its lock, or met a
	 * deadlock or a serialization failure.
	 */
	public int lockRetries() {
		return this.values.lockRetries;
	}

	/**
	 * Returns the longest time that a statement with CONCURRENTLY may wait for others;
	 * zero for no limit.
	 */
	public Duration concurrentWait() {
		return this.values.concurrentWait;
	}

	/**
	 * Returns the longest time that a statement may take; zero for no limit.
	 */
	public Duration statementTimeout() {
		return this.values.statementTimeout;
	}

	/**
	 * Returns the longest time that the server may wait for the rest of a message, or of
	 * the data of a COPY, before its connection counts as lost; zero for no limit.
	 */
	public Duration uploadTimeout() {
		return this.values.uploadTimeout;
	}

	/**
	 * Returns the time zone of a run where neither role nor database has one.
	 */
	public String timeZone() {
		return this.values.timeZone;
	}

	/**
	 * Returns the name of the application for the history, if it has one.
	 */
	public @Nullable String application() {
		return this.values.application;
	}

	/**
	 * Returns these settings with the whole run as one transaction.
	 */
	public ExecutionSettings inOneTransaction() {
		return toBuilder().transaction(TransactionMode.SINGLE).build();
	}

	/**
	 * Returns the limits that a session has while it migrates.
	 */
	public SessionLimits limits() {
		return SessionLimits.of(this.values.lockTimeout, this.values.concurrentWait, this.values.statementTimeout);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ExecutionSettings that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "ExecutionSettings" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.transaction, this.values.lockWait, this.values.lockTimeout,
				this.values.lockRetries, this.values.concurrentWait, this.values.statementTimeout,
				this.values.uploadTimeout, this.values.timeZone, this.values.application);
	}

	/**
	 * Builds settings.
	 */
	public static final class Builder implements Cloneable {

		private TransactionMode transaction = TransactionMode.PER_REVISION;

		private Duration lockWait = Duration.ofMinutes(5);

		private Duration lockTimeout = Duration.ofSeconds(1);

		private int lockRetries = 20;

		private Duration concurrentWait = Duration.ZERO;

		private Duration statementTimeout = Duration.ZERO;

		private Duration uploadTimeout = Duration.ofMinutes(30);

		private String timeZone = "UTC";

		private @Nullable String application;

		private Builder() {
		}

		/**
		 * Sets the part of a run that is one transaction.
		 * @param value the part of a run that is one transaction
		 * @return this builder
		 */
		public Builder transaction(TransactionMode value) {
			this.transaction = value;
			return this;
		}

		/**
		 * Sets the longest time to wait for another migrator.
		 * @param value the time
		 * @return this builder
		 */
		public Builder lockWait(Duration value) {
			this.lockWait = value;
			return this;
		}

		/**
		 * Sets the longest time that a statement may wait for a lock of the server.
		 * @param value the time; zero for no limit. Not for statements that run
		 * CONCURRENTLY, which block nobody while they wait
		 * @return this builder
		 */
		public Builder lockTimeout(Duration value) {
			this.lockTimeout = value;
			return this;
		}

		/**
		 * Sets how often a revision is tried again that did not get its lock, or met a
		 * deadlock or a serialization failure.
		 * @param value the number
		 * @return this builder
		 */
		public Builder lockRetries(int value) {
			this.lockRetries = value;
			return this;
		}

		/**
		 * Sets the longest time that a statement with CONCURRENTLY may wait for others.
		 * @param value the time; zero for no limit
		 * @return this builder
		 */
		public Builder concurrentWait(Duration value) {
			this.concurrentWait = value;
			return this;
		}

		/**
		 * Sets the longest time that a statement may take.
		 * @param value the time; zero for no limit
		 * @return this builder
		 */
		public Builder statementTimeout(Duration value) {
			this.statementTimeout = value;
			return this;
		}

		/**
		 * Sets the longest time that the server may wait for the rest of a message, or of
		 * the data of a COPY, before its connection counts as lost.
		 * @param value the time; zero for no limit
		 * @return this builder
		 */
		public Builder uploadTimeout(Duration value) {
			this.uploadTimeout = value;
			return this;
		}

		/**
		 * Sets the time zone of a run.
		 * @param value the time zone of a run where neither role nor database has one
		 * @return this builder
		 */
		public Builder timeZone(String value) {
			this.timeZone = value;
			return this;
		}

		/**
		 * Sets the name of the application.
		 * @param value the name for the history, or {@code null} if it has none
		 * @return this builder
		 */
		public Builder application(@Nullable String value) {
			this.application = value;
			return this;
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public ExecutionSettings build() {
			return new ExecutionSettings(copy());
		}

		private Builder copy() {
			try {
				return (Builder) clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
