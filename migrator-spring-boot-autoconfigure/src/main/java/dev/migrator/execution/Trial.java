package dev.migrator.execution;

import org.jspecify.annotations.Nullable;
import dev.migrator.dialect.ServerError;
import dev.migrator.dialect.ServerConnection;

/**
 * A run of which nothing is kept.
 */
final class Trial extends Run {

	private final boolean allOrNothing;

	Trial(ServerConnection connection, BorrowedSession session, SessionLimits limits, ExecutionSettings settings,
			DatabaseState before, LockRetry retry) {
		super(connection, session, limits, settings.inOneTransaction(), before, retry);
		this.allOrNothing = settings.transaction() == TransactionMode.SINGLE;
	}

	@Override
	boolean allOrNothing() {
		return this.allOrNothing;
	}

	@Override
	boolean isTrial() {
		return true;
	}

	@Override
	String nothingKept(@Nullable ServerError error) {
		return "Nothing was kept, because this was a dry run; " + databaseIsAt() + ". "
				+ Remedy.of(error, "the script", "try again") + ".";
	}

}
