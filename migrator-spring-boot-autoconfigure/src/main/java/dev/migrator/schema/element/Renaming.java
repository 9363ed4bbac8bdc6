package dev.migrator.schema.element;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * New names of objects. {@code renamed(...)} of a value returns the value with these
 * names. All other objects keep their names.
 */
public interface Renaming {

	/**
	 * Returns the new name of a table.
	 * @param table the old name
	 * @return the new name
	 */
	default ObjectName table(ObjectName table) {
		return table;
	}

	/**
	 * Returns the new name of a column.
	 * @param table the old name of its table
	 * @param column the old name
	 * @return the new name
	 */
	default String column(ObjectName table, String column) {
		return column;
	}

	/**
	 * Returns the new name of a column, with its table.
	 * @param column the column, with the old names
	 * @return the column, with the new names
	 */
	default ColumnName column(ColumnName column) {
		return new ColumnName(table(column.table()), column(column.table(), column.column()));
	}

	/**
	 * Returns the new name of a sequence.
	 * @param sequence the old name
	 * @return the new name
	 */
	default ObjectName sequence(ObjectName sequence) {
		return sequence;
	}

	/**
	 * Returns the default of a column, which may use a sequence.
	 * @param value the default
	 * @return the default, with the new names
	 */
	default Expression defaultValue(Expression value) {
		return value;
	}

	/**
	 * Returns the new name of a value of an enum type.
	 * @param type the type
	 * @param value the old value
	 * @return the new value
	 */
	default String enumValue(ObjectName type, String value) {
		return value;
	}

	/**
	 * Renames the values of enum types in SQL that belongs to no table, as PostgreSQL
	 * prints it.
	 * @param sql the SQL
	 * @return the SQL, with the new values
	 */
	default String enumValues(String sql) {
		return sql;
	}

	/**
	 * Renames the columns of a table in SQL.
	 * @param table the old name of the table
	 * @param sql the SQL
	 * @return the SQL, with the new names
	 */
	default String sql(ObjectName table, String sql) {
		return sql;
	}

	/**
	 * Returns the new names of columns.
	 * @param table the old name of their table
	 * @param columns the old names
	 * @return the new names
	 */
	default List<String> columns(ObjectName table, List<String> columns) {
		return columns.stream().map((column) -> column(table, column)).toList();
	}

	/**
	 * Renames the columns of a table in SQL that may be missing.
	 * @param table the old name of the table
	 * @param sql the SQL, or {@code null}
	 * @return the SQL, with the new names, or {@code null}
	 */
	default @Nullable String optional(ObjectName table, @Nullable String sql) {
		return (sql != null) ? sql(table, sql) : null;
	}

	/**
	 * Returns a renaming that keeps all names, and rewrites SQL.
	 * @param spelling rewrites SQL
	 * @return the renaming
	 */
	static Renaming spelling(UnaryOperator<String> spelling) {
		return new Renaming() {
			@Override
			public String sql(ObjectName table, String sql) {
				return spelling.apply(sql);
			}
		};
	}

}
