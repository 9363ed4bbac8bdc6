package dev.migrator.internal.execution.state;

import java.util.List;
import java.util.Map;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.revision.RevisionGraph;

/**
 * What a database says of itself.
 *
 * @param tables the tables it was read from, in their schema
 * @param layout what there is of them
 * @param rows the version rows, in the order of their ids
 * @param traces what the history says last of each revision that it does not say was
 * undone, by id
 */
public record DatabaseState(MigratorTables tables, TableLayout layout, List<String> rows,
		Map<String, LastEntry> traces) {

	/**
	 * Whether both tables are there.
	 * @return {@code false} if one of them is missing
	 */
	public boolean tablesExist() {
		return this.layout != TableLayout.MISSING;
	}

	/**
	 * Revisions without a transaction that were begun and not finished.
	 * @return their traces
	 */
	public List<LastEntry> unfinished() {
		return this.traces.values().stream().filter((trace) -> !trace.finished()).toList();
	}

	/**
	 * Finds the revisions that are half-way. An entry of the first layout that no script
	 * knows belongs to another version table.
	 * @param graph the revisions that have a script
	 * @return those that are half-way, by their ids
	 */
	public List<HalfWay> halfWay(RevisionGraph graph) {
		return unfinished().stream()
			.filter((trace) -> trace.ours() || graph.find(trace.revision()).isPresent())
			.map((trace) -> trace.halfWay(graph))
			.toList();
	}

}
