package dev.migrator.internal.execution.state;

import java.util.List;
import java.util.Map;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.revision.RevisionGraph;

/**
 * The state of a database: its version rows and its history entries.
 *
 * @param tables the tables that the state was read from, in their schema
 * @param layout the tables that exist, with their columns
 * @param rows the version rows, in the order of their ids
 * @param lastEntries the last history entry of each revision that is not recorded as
 * undone, by the id of the revision
 */
public record DatabaseState(MigratorTables tables, TableLayout layout, List<String> rows,
		Map<String, LastEntry> lastEntries) {

	/**
	 * Returns whether both tables exist.
	 * @return {@code false} if one of them is missing
	 */
	public boolean tablesExist() {
		return this.layout != TableLayout.MISSING;
	}

	/**
	 * Returns the revisions without a transaction that were begun and not finished.
	 * @return their last history entries
	 */
	public List<LastEntry> unfinished() {
		return this.lastEntries.values().stream().filter((entry) -> !entry.finished()).toList();
	}

	/**
	 * Finds the revisions that are half-way. An entry of the first layout whose revision
	 * has no script belongs to another version table.
	 * @param graph the revisions that have a script
	 * @return those that are half-way, by their ids
	 */
	public List<HalfWay> halfWay(RevisionGraph graph) {
		return unfinished().stream()
			.filter((entry) -> entry.ours() || graph.find(entry.revision()).isPresent())
			.map((entry) -> entry.halfWay(graph))
			.toList();
	}

}
