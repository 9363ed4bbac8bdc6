package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.EnumColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;

/**
 * What is known of an enum type that changes: the values it has, and its columns.
 *
 * @param <S> the definition itself
 */
public abstract class EnumDefinition<S extends EnumDefinition<S>> extends Definition {

	private List<String> was = List.of();

	private final List<EnumColumn> columns = new ArrayList<>();

	EnumDefinition() {
	}

	/**
	 * Says which values it has.
	 * @param values its values, in their order
	 * @return this
	 */
	public S was(String... values) {
		open();
		this.was = List.of(values);
		return self();
	}

	/**
	 * Names a column of that type.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public S column(String table, String column) {
		open();
		this.columns.add(new EnumColumn(new ColumnName(ObjectName.of(table), column), false, null));
		return self();
	}

	/**
	 * Names a column of that type that has a default.
	 * @param table the table
	 * @param column its column
	 * @param defaultValue the default it has and keeps
	 * @return this
	 */
	public S column(String table, String column, String defaultValue) {
		open();
		this.columns
			.add(new EnumColumn(new ColumnName(ObjectName.of(table), column), false, Expression.of(defaultValue)));
		return self();
	}

	/**
	 * Names a column that is an array of that type.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public S arrayColumn(String table, String column) {
		open();
		this.columns.add(new EnumColumn(new ColumnName(ObjectName.of(table), column), true, null));
		return self();
	}

	/**
	 * Names a column that is an array of that type and has a default.
	 * @param table the table
	 * @param column its column
	 * @param defaultValues the values in the default it has and keeps
	 * @return this
	 */
	public S arrayColumn(String table, String column, List<String> defaultValues) {
		open();
		this.columns
			.add(new EnumColumn(new ColumnName(ObjectName.of(table), column), true, Expression.of(defaultValues)));
		return self();
	}

	abstract S self();

	final List<String> before() {
		return this.was;
	}

	final List<EnumColumn> columns() {
		return this.columns;
	}

}
