package dev.migrator.internal.execution.failure;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.words.StepDescription;

/**
 * Advises about failures that a setting of the migrator decides on, in addition to the
 * server's own hint.
 */
public final class FailureAdvice {

	private FailureAdvice() {
	}

	/**
	 * Finds the advice about an error.
	 * @return the advice, empty if there is none
	 */
	public static String on(ServerError error, ExecutionSettings settings) {
		if (error.lockNotAvailable()) {
			return """
					Each statement waits %s for a lock (migrator.lock.timeout), and a revision is tried again %s times \
					(migrator.lock.retries): raise one of them, or start again when the blocking session has \
					ended. pg_terminate_backend(<process>) ends it."""
				.formatted(StepDescription.time(settings.lockTimeout()), settings.lockRetries());
		}
		if (error.cancelled()) {
			return settings.statementTimeout().isZero()
					? "migrator.statement-timeout is 0: somebody cancelled it (pg_cancel_backend), or the script has a "
							+ "statement_timeout of its own."
					: "A statement may take %s (migrator.statement-timeout): raise it, or set it to 0, if that was the limit."
						.formatted(StepDescription.time(settings.statementTimeout()));
		}
		if (!error.givenUpOver().isEmpty()) {
			return """
					The script, or a function that it calls, gives %s a value that the driver does not support, so \
					that it closed \
					the connection. Remove that, or limit it to the function (SET in CREATE FUNCTION)."""
				.formatted(error.givenUpOver());
		}
		if (error.readOnly()) {
			return "The script sets transaction_read_only or default_transaction_read_only, or a function that it calls "
					+ "does: remove that, or set it to off where the script writes again.";
		}
		if (!error.timeout().isEmpty()) {
			return """
					The script, or a function that it calls, sets %s itself; the value of the role or the database \
					does not \
					apply to a run. Remove it there, or raise it.""".formatted(error.timeout());
		}
		return "";
	}

}
