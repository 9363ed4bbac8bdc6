package dev.migrator.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.operation.EnumColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;

/**
 * SQL that the author of a revision is told to look at or to fill in.
 */
public final class AdvisedSql {

	private AdvisedSql() {
	}

	/**
	 * Gives the rows that have no value in a column one.
	 * @param column the column
	 * @return a statement with an ellipsis for the value
	 */
	public static String fill(ColumnName column) {
		String name = NameSql.of(column.column());
		return "UPDATE %s SET %s = ... WHERE %s IS NULL;".formatted(NameSql.of(column.table()), name, name);
	}

	/**
	 * Lets a sequence go on behind the numbers that rows have.
	 * @param sequence the sequence
	 * @param column the column that has them
	 * @return a statement
	 */
	public static String goOn(ObjectName sequence, ColumnName column) {
		return "SELECT setval(%s, (SELECT max(%s) FROM %s));".formatted(SqlText.literal(NameSql.of(sequence)),
				NameSql.of(column.column()), NameSql.of(column.table()));
	}

	/**
	 * Gives the rows of a column another value, where their type is made anew.
	 * @param column the column
	 * @param gone the values that the type has no more
	 * @return what stands behind {@code USING}, with an ellipsis for each value
	 */
	public static String replace(EnumColumn column, List<String> gone) {
		String name = NameSql.of(column.column().column());
		Map<String, String> replaced = new LinkedHashMap<>();
		gone.forEach((value) -> replaced.put(value, "..."));
		return column.array() ? EnumSql.arrayReplace(name + "::text[]", replaced) : EnumSql.alone(name, replaced);
	}

	/**
	 * Fails, where nothing else can be done.
	 * @param message what the server says then
	 * @return a statement
	 */
	public static String refusal(String message) {
		return SqlText.block("BEGIN\n    RAISE EXCEPTION USING MESSAGE = " + SqlText.literal(message) + ";\nEND")
			.stripTrailing();
	}

}
