package dev.migrator.execution;

import java.util.List;
import java.util.Map;

import dev.migrator.dialect.store.MigratorTables;
import dev.migrator.dialect.store.TableLayout;

/**
 * What a database says of itself.
 *
 * @param tables the tables it was read from, in their schema
 * @param layout what there is of them
 * @param rows the version rows, in the order of their ids
 * @param traces what the history says last of each revision that it does not say was
 * undone, by id
 */
public record DatabaseState(MigratorTables tables, TableLayout layout, List<String> rows, Map<String, Trace> traces) {

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
	public List<Trace> unfinished() {
		return this.traces.values().stream().filter((trace) -> !trace.finished()).toList();
	}

}
