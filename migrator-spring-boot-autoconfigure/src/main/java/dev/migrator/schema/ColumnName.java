package dev.migrator.schema;

/**
 * The name of a column, with its table.
 *
 * @param table the table
 * @param column the name of the column
 */
public record ColumnName(ObjectName table, String column) {

	public ColumnName {
		NameRule.check("column", column);
	}

}
