package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.EnumValueText;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.element.Renaming;

/**
 * The names that a user told for others.
 */
final class GivenNames implements Renaming {

	private final Map<ObjectName, ObjectName> tables = new LinkedHashMap<>();

	/** By the name that the table had. */
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
	 * Those of the columns of a table.
	 * @param table the name that the table had
	 */
	Map<String, String> columns(ObjectName table) {
		return this.columns.computeIfAbsent(table, (key) -> new LinkedHashMap<>());
	}

	/**
	 * Those of the values of an enum type.
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
	 * As PostgreSQL prints it, the sequence of {@code nextval} follows its name, and a
	 * value of an enum its own.
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
