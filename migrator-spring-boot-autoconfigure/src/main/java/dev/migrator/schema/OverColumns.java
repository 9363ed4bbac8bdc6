package dev.migrator.schema;

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
	 * The SQL in it.
	 * @return each piece of SQL
	 */
	Stream<String> expressions();

}
