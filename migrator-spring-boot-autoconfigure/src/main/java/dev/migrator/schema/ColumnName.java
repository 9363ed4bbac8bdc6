package dev.migrator.schema;

/**
 * A column, from outside of its table.
 *
 * @param table the table
 * @param column the name of the column
 */
public record ColumnName(ObjectName table, String column) {

	public ColumnName {
		NameRule.check("column", column);
	}

}
