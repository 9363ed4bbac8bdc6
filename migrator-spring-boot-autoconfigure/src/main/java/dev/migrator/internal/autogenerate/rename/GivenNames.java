package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.EnumValueText;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;

/**
 * The new names that a user gave for objects.
 */
final class GivenNames implements Renaming {

	private final Map<ObjectName, ObjectName> tables = new LinkedHashMap<>();

	/** By the old name of the table. */
	private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();

	private final Map<ObjectName, ObjectName> sequences = new LinkedHashMap<>();

	/** By type. */
	private final Map<ObjectName, Map<String, String>> enumValues = new LinkedHashMap<>();

	Map<ObjectName, ObjectName> tables() {
		return this.tables;
	}

	Map<ObjectName, ObjectName> sequences() {
		return this.sequences;
	}

	/**
	 * Returns the new names of the columns of a table.
	 * @param table the old name of the table
	 */
	Map<String, String> columns(ObjectName table) {
		return this.columns.computeIfAbsent(table, (key) -> new LinkedHashMap<>());
	}

	/**
	 * Returns the new names of the values of an enum type.
	 */
	Map<String, String> enumValues(ObjectName type) {
		return this.enumValues.computeIfAbsent(type, (key) -> new LinkedHashMap<>());
	}

	@Override
	public String enumValue(ObjectName type, String value) {
		return this.enumValues.getOrDefault(type, Map.of()).getOrDefault(value, value);
	}

	@Override
	public String enumValues(String sql) {
		return EnumValueText.rename(sql, this.enumValues);
	}

	@Override
	public ObjectName table(ObjectName name) {
		return this.tables.getOrDefault(name, name);
	}

	@Override
	public String column(ObjectName table, String name) {
		return this.columns.getOrDefault(table, Map.of()).getOrDefault(name, name);
	}

	@Override
	public ObjectName sequence(ObjectName name) {
		return this.sequences.getOrDefault(name, name);
	}

	@Override
	public String sql(ObjectName table, String sql) {
		Map<String, String> names = this.columns.getOrDefault(table, Map.of());
		return enumValues(names.isEmpty() ? sql : ExpressionColumns.rename(sql, names));
	}

	/**
	 * Returns a default with the new names. In PostgreSQL's words, the sequence of
	 * {@code nextval} has its new name, and a value of an enum too.
	 */
	@Override
	public Expression defaultValue(Expression value) {
		if (!(value instanceof SqlExpression sql)) {
			return value;
		}
		if (!sql.takesNumbers()) {
			return new SqlExpression(enumValues(sql.sql()));
		}
		for (Map.Entry<ObjectName, ObjectName> sequence : this.sequences.entrySet()) {
			String from = SqlText.literal(NameSql.of(sequence.getKey()));
			if (sql.sql().contains(from)) {
				return new SqlExpression(sql.sql().replace(from, SqlText.literal(NameSql.of(sequence.getValue()))));
			}
		}
		return value;
	}

}
