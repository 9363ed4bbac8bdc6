package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;

/**
 * Names the columns of an enum type that changes.
 *
 * @param <S> the definition itself
 */
public abstract class EnumDefinition<S extends EnumDefinition<S>> extends Definition {

	private final List<EnumTypedColumn> columns = new ArrayList<>();

	EnumDefinition() {
	}

	/**
	 * Returns names a column of that type.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public S column(String table, String column) {
		open();
		this.columns.add(new EnumTypedColumn(new ColumnName(ObjectName.of(table), column), false, null));
		return self();
	}

	/**
	 * Returns names a column of that type that has a default.
	 * @param table the table
	 * @param column its column
	 * @param defaultValue the default, which it keeps: a value of the enum, or an
	 * {@link dev.migrator.schema.Expression.SqlExpression}
	 * @return this
	 */
	public S column(String table, String column, Object defaultValue) {
		open();
		this.columns
			.add(new EnumTypedColumn(new ColumnName(ObjectName.of(table), column), false, Expression.of(defaultValue)));
		return self();
	}

	/**
	 * Returns names a column that is an array of that type.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public S arrayColumn(String table, String column) {
		open();
		this.columns.add(new EnumTypedColumn(new ColumnName(ObjectName.of(table), column), true, null));
		return self();
	}

	/**
	 * Returns names a column that is an array of that type and has a default.
	 * @param table the table
	 * @param column its column
	 * @param defaultValue the default, which it keeps: a list of values of the enum, or
	 * an {@link dev.migrator.schema.Expression.SqlExpression}
	 * @return this
	 */
	public S arrayColumn(String table, String column, Object defaultValue) {
		open();
		this.columns
			.add(new EnumTypedColumn(new ColumnName(ObjectName.of(table), column), true, Expression.of(defaultValue)));
		return self();
	}

	abstract S self();

	final List<EnumTypedColumn> columns() {
		return this.columns;
	}

}
