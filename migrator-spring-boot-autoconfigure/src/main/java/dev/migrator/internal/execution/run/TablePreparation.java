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
 * Prepares the version table and the history table for writing: creates the tables that
 * are missing, and completes a history table that an older version of the migrator made.
 */
public final class TablePreparation {

	private final RunSession.Context context;

	/**
	 * Creates a preparation.
	 * @param settings the settings of the run
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for; optional
	 */
	public TablePreparation(ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.context = RunSession.Context.of(settings, observers);
	}

	/**
	 * Creates and completes the tables.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @throws MissingPrivilegeException if the role may not create the tables
	 * @throws OlderHistoryException if it may not complete the history table
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
