package dev.migrator.schema.element;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What is called otherwise: {@code renamed(...)} of a value gives the value as it is
 * then. What is not said here keeps its name.
 */
public interface Renaming {

	/**
	 * The name of a table.
	 * @param table the name it has
	 * @return the name it gets
	 */
	default ObjectName table(ObjectName table) {
		return table;
	}

	/**
	 * The name of a column.
	 * @param table the name that its table has
	 * @param column the name it has
	 * @return the name it gets
	 */
	default String column(ObjectName table, String column) {
		return column;
	}

	/**
	 * A column.
	 * @param column the column by the names that it and its table have
	 * @return the column by the names they get
	 */
	default ColumnName column(ColumnName column) {
		return new ColumnName(table(column.table()), column(column.table(), column.column()));
	}

	/**
	 * The name of a sequence.
	 * @param sequence the name it has
	 * @return the name it gets
	 */
	default ObjectName sequence(ObjectName sequence) {
		return sequence;
	}

	/**
	 * The default of a column, which may count with a sequence.
	 * @param value what it is
	 * @return what it is with the other names
	 */
	default Expression defaultValue(Expression value) {
		return value;
	}

	/**
	 * A value of an enum type.
	 * @param type the type
	 * @param value the value it has
	 * @return the value it gets
	 */
	default String enumValue(ObjectName type, String value) {
		return value;
	}

	/**
	 * SQL that is about no table by itself, as PostgreSQL prints it, and may have values
	 * of enum types in it.
	 * @param sql the SQL
	 * @return the SQL as it is with the other values
	 */
	default String enumValues(String sql) {
		return sql;
	}

	/**
	 * SQL about the columns of a table.
	 * @param table the name that the table has
	 * @param sql the SQL
	 * @return the SQL as it is with the other names
	 */
	default String sql(ObjectName table, String sql) {
		return sql;
	}

	/**
	 * The names of columns.
	 * @param table the name that their table has
	 * @param columns the names they have
	 * @return the names they get
	 */
	default List<String> columns(ObjectName table, List<String> columns) {
		return columns.stream().map((column) -> column(table, column)).toList();
	}

	/**
	 * SQL that may be missing.
	 * @param table the name that the table has
	 * @param sql the SQL, or {@code null}
	 * @return the SQL as it is with the other names, or {@code null}
	 */
	default @Nullable String optional(ObjectName table, @Nullable String sql) {
		return (sql != null) ? sql(table, sql) : null;
	}

	/**
	 * All names stay, and SQL is written in another way.
	 * @param spelling what becomes of SQL
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
