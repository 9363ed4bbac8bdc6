package dev.migrator.schema.element;

import java.util.stream.Stream;

/**
 * What names columns of its table, or has SQL that may mention them.
 */
public interface OverColumns {

	/**
	 * The columns of its table that it names, those that an index carries along included.
	 * @return the names, in the order in which they stand there
	 */
	Stream<String> columnNames();

	/**
	 * Those that it is written for the types of: it does not follow them to others.
	 * @return some of the columns that it names
	 */
	Stream<String> typedColumns();

	/**
	 * The SQL in it, which is written for the types of the columns that it mentions.
	 * @return each piece of SQL
	 */
	Stream<String> expressions();

}
