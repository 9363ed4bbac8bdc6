package dev.migrator.internal.dialect.store;

import java.util.List;

/**
 * What a database says of the migrator's tables.
 *
 * @param tables the tables that were read, in their schema
 * @param layout what there is of them
 * @param rows the version rows, in the order of their ids
 * @param entries the last entry of each revision that the history does not say was undone
 */
public record StateAnswer(MigratorTables tables, TableLayout layout, List<String> rows, List<HistoryEntry> entries) {

	public StateAnswer {
		rows = rows.stream().sorted().toList();
		entries = List.copyOf(entries);
	}

}
