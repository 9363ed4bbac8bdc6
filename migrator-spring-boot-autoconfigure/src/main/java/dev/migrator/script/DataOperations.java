package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.RowDirective.DeleteRows;
import dev.migrator.operation.RowDirective.InsertRows;
import dev.migrator.schema.ObjectName;

/**
 * The directives for the rows of a table.
 */
public interface DataOperations extends Recorder {

	/**
	 * Inserts rows, a thousand with each statement. Reversible if their key is given.
	 * @param table the table
	 * @param columns the columns
	 * @param rows adds the rows
	 */
	default void bulkInsert(String table, List<String> columns, Consumer<RowsDefinition> rows) {
		RowsDefinition definition = new RowsDefinition(ObjectName.of(table), columns);
		invoke(new InsertRows(Definition.complete(definition, rows).build()));
	}

	/**
	 * Deletes rows by their key. All their values are given, so that the reverse can
	 * insert them.
	 * @param table the table
	 * @param columns the columns
	 * @param rows adds the rows, and names their key
	 */
	default void bulkDelete(String table, List<String> columns, Consumer<RowsDefinition> rows) {
		RowsDefinition definition = new RowsDefinition(ObjectName.of(table), columns);
		invoke(new DeleteRows(Definition.complete(definition, rows).build()));
	}

	/**
	 * Updates a large table in batches and commits each of them. After an interruption at
	 * any moment, it continues at the next start. Only in a revision with
	 * {@code transactional = false}. Its reverse does not change the rows. A statement
	 * timeout applies to the whole backfill.
	 * @param table the table, which has a primary key
	 * @param backfill the assignments and the rows
	 */
	default void backfill(String table, Consumer<BackfillDefinition> backfill) {
		BackfillDefinition definition = new BackfillDefinition(ObjectName.of(table));
		invoke(Definition.complete(definition, backfill).build());
	}

}
