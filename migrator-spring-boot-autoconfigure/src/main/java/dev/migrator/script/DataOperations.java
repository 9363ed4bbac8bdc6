package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.InsertRows;
import dev.migrator.schema.ObjectName;

/**
 * What can be done to the rows of a table.
 */
public interface DataOperations extends Recorder {

	/**
	 * Inserts rows, a thousand with each statement. Reversible if it is said what their
	 * key is.
	 * @param table the table
	 * @param columns the columns
	 * @param rows adds the rows
	 */
	default void bulkInsert(String table, List<String> columns, Consumer<RowsDefinition> rows) {
		RowsDefinition definition = new RowsDefinition(ObjectName.of(table), columns);
		invoke(new InsertRows(Definition.complete(definition, rows).build()));
	}

	/**
	 * Deletes rows by their key. All of their values are said, so that the reverse can
	 * insert them.
	 * @param table the table
	 * @param columns the columns
	 * @param rows adds the rows, and says what their key is
	 */
	default void bulkDelete(String table, List<String> columns, Consumer<RowsDefinition> rows) {
		RowsDefinition definition = new RowsDefinition(ObjectName.of(table), columns);
		invoke(new DeleteRows(Definition.complete(definition, rows).build()));
	}

	/**
	 * Updates a large table in batches, each committed by itself. Broken off at any
	 * moment, it goes on where it was at the next start. Only in a revision with
	 * {@code transactional = false}. Its reverse leaves the rows as they are. A statement
	 * timeout counts for all of it.
	 * @param table the table, which has a primary key
	 * @param backfill says what is set and in which rows
	 */
	default void backfill(String table, Consumer<BackfillDefinition> backfill) {
		BackfillDefinition definition = new BackfillDefinition(ObjectName.of(table));
		invoke(Definition.complete(definition, backfill).build());
	}

}
