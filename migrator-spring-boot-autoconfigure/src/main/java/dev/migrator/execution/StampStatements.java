package dev.migrator.execution;

import java.util.Collection;
import java.util.List;

import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a stamp: its version rows, and what the history says of it.
 */
final class StampStatements {

	private final MigratorTables tables;

	private final RevisionScripts scripts;

	private final HistoryTable history;

	StampStatements(MigratorTables tables, RevisionScripts scripts, ExecutionSettings settings) {
		this.tables = tables;
		this.scripts = scripts;
		this.history = new HistoryTable(tables, settings.application());
	}

	/**
	 * Writes them.
	 * @param step the stamp
	 * @param rows the version rows after it
	 * @param undone what is not applied any more
	 * @param recorded what counts as applied as its script is now
	 */
	String of(Step step, List<String> rows, Collection<String> undone, Collection<String> recorded) {
		StringBuilder sql = new StringBuilder(VersionRows.change(this.tables, step.removedRows(), step.addedRows()));
		undone.forEach((revision) -> sql.append(this.history.undone(revision, script(revision))));
		recorded.forEach((revision) -> sql.append(this.history.stamped(revision, script(revision))));
		if (rows.isEmpty()) {
			sql.append(this.history.stamped("base", null));
		}
		return sql.toString();
	}

	private @Nullable Script script(String revision) {
		return this.scripts.scripts().get(revision);
	}

}
