package dev.migrator.internal.execution.run;

import java.util.function.Supplier;

import dev.migrator.execution.MissingPrivilegeException;
import dev.migrator.execution.OlderHistoryException;
import dev.migrator.execution.ReadOnlyException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;

/**
 * Makes the version table and the history table ready to be written: creates what is
 * missing, and completes what an older version of the migrator made.
 */
public final class TablePreparation {

	private final RunSession.Context context;

	/**
	 * Creates it.
	 * @param settings how to run
	 * @param observers takes a second connection, from which to see whom the first waits
	 * for; nothing is missing but that where there is none
	 */
	public TablePreparation(ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.context = RunSession.Context.of(settings, observers);
	}

	/**
	 * Does what there is to do.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @throws MissingPrivilegeException if the role must not create the tables
	 * @throws OlderHistoryException if it must not complete the history table
	 * @throws ReadOnlyException if nothing can be written
	 */
	public void prepare(ServerConnection connection, DatabaseState state) {
		if (state.layout() == TableLayout.CURRENT) {
			return;
		}
		Run run = Run.open(connection, state, this.context);
		try (run) {
			prepareIn(run);
		}
		catch (ScriptFailedException ex) {
			throw run.explained(ex);
		}
	}

	public static void prepareIn(Run run) {
		OlderHistory.complete(run);
		run.createMissingTables();
	}

}
