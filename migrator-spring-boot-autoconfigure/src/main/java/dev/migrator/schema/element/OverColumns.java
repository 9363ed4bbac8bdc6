package dev.migrator.schema.element;

import java.util.stream.Stream;

/**
 * An object that names columns of its table, or has SQL that may contain them.
 */
public interface OverColumns {

	/**
	 * Returns the columns of its table that it names, including the included columns of
	 * an index.
	 * @return the names, in their order
	 */
	Stream<String> columnNames();

	/**
	 * Returns the columns whose types it depends on: it cannot follow them to other
	 * types.
	 * @return some of the columns that it names
	 */
	Stream<String> typedColumns();

	/**
	 * Returns its SQL, which depends on the types of the columns in it.
	 * @return each piece of SQL
	 */
	Stream<String> expressions();

}
