package dev.migrator.execution;

import java.util.List;
import java.util.Map;

/**
 * What a database says of itself.
 *
 * @param tables the tables it was read from, in their schema
 * @param tablesExist whether both tables are there
 * @param rows the version rows, in the order of their ids
 * @param traces what the history says last of each revision that it does not say was
 * undone, by id
 */
public record DatabaseState(MigratorTables tables, boolean tablesExist, List<String> rows, Map<String, Trace> traces) {

	/**
	 * Revisions without a transaction that were begun and not finished.
	 * @return their traces
	 */
	public List<Trace> unfinished() {
		return this.traces.values().stream().filter((trace) -> !trace.finished()).toList();
	}

}
