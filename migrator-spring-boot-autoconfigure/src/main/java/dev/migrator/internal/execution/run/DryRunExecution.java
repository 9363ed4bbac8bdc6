package dev.migrator.internal.execution.run;

import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.failure.Remedy;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import org.jspecify.annotations.Nullable;

/**
 * A run that keeps nothing.
 */
final class DryRunExecution extends Run {

	private final boolean allOrNothing;

	private DryRunExecution(RunSession session, ExecutionSettings settings, DatabaseState before) {
		super(session, settings.inOneTransaction(), before);
		this.allOrNothing = settings.transaction() == TransactionMode.SINGLE;
	}

	/**
	 * Opens a dry run.
	 * @param connection the session, which holds the lock
	 * @param before the state of the database, read under the lock
	 * @param context the common parts of the runs of a migrator
	 */
	public static DryRunExecution open(ServerConnection connection, DatabaseState before, RunSession.Context context) {
		return new DryRunExecution(RunSession.open(connection, before, context), context.settings(), before);
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
