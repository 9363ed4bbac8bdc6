package dev.migrator.internal.dialect.store;

import java.util.List;

/**
 * The contents of the migrator's tables in a database.
 *
 * @param tables the tables that were read, in their schema
 * @param layout the layout of the tables
 * @param rows the version rows, in the order of their ids
 * @param entries the last entry of each revision, except revisions that were undone
 */
public record StateAnswer(MigratorTables tables, TableLayout layout, List<String> rows, List<HistoryEntry> entries) {

	public StateAnswer {
		rows = rows.stream().sorted().toList();
		entries = List.copyOf(entries);
	}

}
