package dev.migrator.execution;

import dev.migrator.dialect.ServerConnection;

/**
 * A run of which nothing is kept.
 */
final class Trial extends Run {

	Trial(ServerConnection connection, BorrowedSession session, SessionLimits limits, ExecutionSettings settings,
			DatabaseState before, LockRetry retry) {
		super(connection, session, limits, settings.inOneTransaction(), before, retry);
	}

	@Override
	String nothingKept() {
		return "Nothing was kept, because this was a dry run; " + databaseIsAt() + ". Fix the script and try again.";
	}

}
