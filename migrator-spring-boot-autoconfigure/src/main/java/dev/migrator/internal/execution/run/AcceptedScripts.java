package dev.migrator.internal.execution.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Accepts scripts that were edited after they were applied, as they are now: stamps each
 * of them, which leaves the version rows unchanged. Runs nothing.
 */
public final class AcceptedScripts {

	private final RevisionScripts scripts;

	private final @Nullable String application;

	private final TablePreparation tables;

	/**
	 * Accepts scripts of an application.
	 * @param scripts the scripts
	 * @param settings the settings of the run, with the name of the application for the
	 * history
	 * @param observers takes a second connection, which finds the sessions that the first
	 * waits for; optional
	 */
	public AcceptedScripts(RevisionScripts scripts, ExecutionSettings settings, Supplier<ServerConnection> observers) {
		this.scripts = scripts;
		this.application = settings.application();
		this.tables = new TablePreparation(settings, observers);
	}

	/**
	 * Accepts the scripts of some revisions.
	 * @param connection the session, which holds the lock
	 * @param state the state of the database, read under the lock
	 * @param revisions the revisions
	 * @return the ids of those whose scripts had been edited
	 * @throws PlanRefusedException if one of them is not applied
	 */
	public List<String> accept(ServerConnection connection, DatabaseState state, List<Revision> revisions) {
		Set<String> applied = this.scripts.graph().applied(state.rows());
		List<Script> edited = new ArrayList<>();
		for (Revision revision : revisions) {
			if (!applied.contains(revision.id())) {
				throw PlanRefusedException.nothingToAccept(revision);
			}
			LastEntry entry = state.lastEntries().get(revision.id());
			Script script = this.scripts.script(revision);
			if (entry != null && entry.differsFrom(script)) {
				edited.add(script);
			}
		}
		if (!edited.isEmpty()) {
			this.tables.prepare(connection, state);
			write(connection, new HistoryTable(state.tables(), this.application), edited);
		}
		return edited.stream().map((script) -> script.revision().id()).toList();
	}

	private static void write(ServerConnection connection, HistoryTable history, List<Script> edited) {
		StringBuilder sql = new StringBuilder();
		edited.forEach((script) -> sql.append(history.stamped(Recorded.of(script))));
		try (StoppableWork work = new StoppableWork(connection)) {
			connection.send(TransactionSql.alone(sql.toString()));
		}
		finally {
			connection.endTransaction();
		}
	}

}
