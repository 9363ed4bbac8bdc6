package dev.migrator.internal.execution.run;

import java.util.Collection;
import java.util.List;

import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.RecordedScript;
import dev.migrator.internal.dialect.store.VersionRowChange;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.revision.Step;

/**
 * Writes the statements of a stamp: its version rows, and its history entries.
 */
public final class StampStatements {

	private final MigratorTables tables;

	private final RevisionScripts scripts;

	private final HistoryTable history;

	public StampStatements(MigratorTables tables, RevisionScripts scripts, ExecutionSettings settings) {
		this.tables = tables;
		this.scripts = scripts;
		this.history = new HistoryTable(tables, settings.application());
	}

	/**
	 * Writes the statements.
	 * @param step the stamp
	 * @param rows the version rows after it
	 * @param undone the revisions that are no longer applied
	 * @param recorded the revisions that count as applied with their present scripts
	 */
	public String of(Step step, List<String> rows, Collection<String> undone, Collection<String> recorded) {
		StringBuilder sql = new StringBuilder(VersionRowChange.sql(this.tables, step.removedRows(), step.addedRows()));
		undone.forEach((revision) -> sql.append(this.history.undone(recorded(revision))));
		recorded.forEach((revision) -> sql.append(this.history.stamped(recorded(revision))));
		if (rows.isEmpty()) {
			sql.append(this.history.stamped(RecordedScript.without("base")));
		}
		return sql.toString();
	}

	private RecordedScript recorded(String revision) {
		return Recorded.of(revision, this.scripts.scripts().get(revision));
	}

}
