package dev.migrator.internal.autogenerate.situation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.text.EnumValueText;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.OverColumns;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds uses of a new value of an enum type in the same revision. A text that looks like
 * the value is not a use: only an expression of the type is.
 */
public final class EnumUses {

	private final SchemaObjects real;

	private final SchemaObjects wanted;

	/** SQL that only the wanted schema has. */
	private final Map<String, Text> texts = new LinkedHashMap<>();

	EnumUses(SchemaObjects real, SchemaObjects wanted) {
		this.real = real;
		this.wanted = wanted;
		addTexts(wanted, this.texts);
		Map<String, Text> old = new LinkedHashMap<>();
		addTexts(real, old);
		this.texts.keySet().removeAll(old.keySet());
	}

	/**
	 * Returns whether one of several new values is used.
	 * @param type the new state of the type
	 * @param values its new values
	 */
	boolean useOne(EnumType type, List<String> values) {
		Set<ObjectName> types = over(type.name());
		return this.texts.values()
			.stream()
			.anyMatch((text) -> values.stream().anyMatch(text::contains) && text.isOf(types))
				|| becomesOne(types, values);
	}

	/**
	 * Returns whether a column changes to the type and may have rows with such a value.
	 */
	private boolean becomesOne(Set<ObjectName> types, List<String> values) {
		return this.wanted.all(ColumnObject.class)
			.stream()
			.anyMatch((column) -> isOf(column.userType().orElse(null), types)
					&& this.real.get(column.id()) instanceof ColumnObject was
					&& !isOf(was.userType().orElse(null), types) && mayHave(was, values));
	}

	private boolean mayHave(ColumnObject was, List<String> values) {
		EnumType other = was.userType()
			.flatMap((name) -> this.real.enums().stream().filter((type) -> type.name().equals(name)).findFirst())
			.orElse(null);
		return other == null || values.stream().anyMatch(other.values()::contains);
	}

	/**
	 * Returns a type, and the domains over it.
	 */
	private Set<ObjectName> over(ObjectName type) {
		Set<ObjectName> types = new HashSet<>(Set.of(type));
		boolean found = true;
		while (found) {
			found = this.wanted.all(DomainObject.class)
				.stream()
				.filter((object) -> isOf(object.domain().type().userType().orElse(null), types))
				.map((object) -> object.domain().name())
				.toList()
				.stream()
				.anyMatch(types::add);
		}
		return types;
	}

	private static boolean isOf(@Nullable ObjectName type, Set<ObjectName> types) {
		return type != null && types.contains(type);
	}

	private static void addTexts(SchemaObjects objects, Map<String, Text> texts) {
		objects.tables().forEach((table) -> addTexts(table, texts));
		for (DomainObject object : objects.all(DomainObject.class)) {
			String name = "domain " + object.domain().name();
			ObjectName type = object.domain().type().userType().orElse(null);
			addDefault(name, object.domain().defaultValue(), type, texts);
			object.domain().checks().forEach((check) -> add(name, check.condition(), type, null, texts));
		}
	}

	private static void addTexts(Table table, Map<String, Text> texts) {
		String name = table.name().toString();
		for (Column column : table.columns()) {
			ObjectName type = column.type().userType().orElse(null);
			addDefault(ObjectId.column(table.name(), column.name()).toString(), column.defaultValue(), type, texts);
			if (column.generated() != null) {
				add(name + "." + column.name(), column.generated().expression(), type, table, texts);
			}
		}
		Stream.concat(table.constraints().stream(), table.indexes().stream())
			.flatMap(OverColumns::expressions)
			.forEach((sql) -> add(name, sql, null, table, texts));
	}

	private static void addDefault(String of, @Nullable Expression value, @Nullable ObjectName type,
			Map<String, Text> texts) {
		if (value != null) {
			add(of, sql(value), type, null, texts);
		}
	}

	/**
	 * Returns a default as SQL.
	 */
	public static String sql(Expression value) {
		return (value instanceof Literal literal) ? EnumValueText.literal(literal) : ((SqlExpression) value).sql();
	}

	/**
	 * Returns whether SQL contains a value, alone or in an array that is written as a
	 * text.
	 */
	public static boolean has(String sql, String value) {
		return sql.contains("'" + value.replace("'", "''") + "'")
				|| (sql.contains("'{") && sql.contains(value.replace("'", "''")));
	}

	private static void add(String of, String sql, @Nullable ObjectName type, @Nullable Table table,
			Map<String, Text> texts) {
		texts.put(of + " " + sql, new Text(sql, type, table));
	}

	/**
	 * A piece of SQL.
	 *
	 * @param sql the SQL
	 * @param type the type of the result, or {@code null} if it is not a type of the
	 * schema
	 * @param table the table whose columns it may contain, or {@code null} if none
	 */
	private record Text(String sql, @Nullable ObjectName type, @Nullable Table table) {

		boolean contains(String value) {
			return has(this.sql, value);
		}

		/**
		 * Returns whether a part of it has one of the types.
		 */
		boolean isOf(Set<ObjectName> types) {
			return EnumUses.isOf(this.type, types) || types.stream().anyMatch((it) -> this.sql.contains(it.name()))
					|| ExpressionColumns.mentions(this.sql, columns(types));
		}

		private Set<String> columns(Set<ObjectName> types) {
			return (this.table == null) ? Set.of()
					: this.table.columns()
						.stream()
						.filter((column) -> EnumUses.isOf(column.type().userType().orElse(null), types))
						.map(Column::name)
						.collect(Collectors.toSet());
		}

	}

}
