package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.DropEnum;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;

/**
 * Writes enum types.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER
 * TYPE</a>
 */
final class EnumSql {

	private EnumSql() {
	}

	static List<String> create(CreateEnum create) {
		return List.of(create(create.type().name(), create.type().values()));
	}

	private static String create(ObjectName name, List<String> values) {
		return "CREATE TYPE " + NameSql.of(name) + " AS ENUM ("
				+ values.stream().map(SqlText::literal).collect(Collectors.joining(", ")) + ")";
	}

	static List<String> drop(DropEnum drop) {
		return List.of("DROP TYPE " + ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> add(AddEnumValue add) {
		String before = add.before();
		String after = add.after();
		return List
			.of("ALTER TYPE " + NameSql.of(add.type()) + " ADD VALUE " + (add.ifNotExists() ? "IF NOT EXISTS " : "")
					+ SqlText.literal(add.value()) + ((before != null) ? " BEFORE " + SqlText.literal(before) : "")
					+ ((after != null) ? " AFTER " + SqlText.literal(after) : ""));
	}

	static List<String> rename(RenameEnumValue rename) {
		return List.of("ALTER TYPE %s RENAME VALUE %s TO %s".formatted(NameSql.of(rename.type()),
				SqlText.literal(rename.from()), SqlText.literal(rename.to())));
	}

	static List<String> rebuild(RebuildEnum rebuild) {
		String type = NameSql.of(rebuild.type());
		ObjectName old = rebuild.type().sibling(DefaultNames.name(rebuild.type().name(), null, "old"));
		List<String> statements = new ArrayList<>();
		statements.add("ALTER TYPE " + type + " RENAME TO " + NameSql.of(old.name()));
		statements.add(create(rebuild.type(), rebuild.values()));
		rebuild.columns().forEach((column) -> statements.add(takeOver(column, type, rebuild)));
		statements.add("DROP TYPE " + NameSql.of(old));
		return statements;
	}

	/**
	 * Moves a column to the new type. A default is written for the old type and does not
	 * follow the column.
	 */
	private static String takeOver(EnumTypedColumn column, String type, RebuildEnum rebuild) {
		String name = NameSql.of(column.column().column());
		List<String> actions = new ArrayList<>();
		Expression defaultValue = column.defaultValue();
		if (defaultValue != null) {
			actions.add("ALTER COLUMN " + name + " DROP DEFAULT");
		}
		String to = column.array() ? type + "[]" : type;
		String value = column.array() ? inArray(name, rebuild) : alone(name, rebuild.replaced());
		actions.add("ALTER COLUMN %s TYPE %s USING (%s::%s)".formatted(name, to, value, to));
		if (defaultValue != null) {
			actions.add("ALTER COLUMN " + name + " SET DEFAULT " + LiteralSql.of(defaultValue));
		}
		return "ALTER TABLE " + NameSql.of(column.column().table()) + "\n    " + String.join(",\n    ", actions);
	}

	static String alone(String column, Map<String, String> replaced) {
		if (replaced.isEmpty()) {
			return column + "::text";
		}
		return replaced.entrySet()
			.stream()
			.map((value) -> "WHEN %s THEN %s".formatted(SqlText.literal(value.getKey()),
					SqlText.literal(value.getValue())))
			.collect(Collectors.joining(" ", "CASE " + column + "::text ", " ELSE " + column + "::text END"));
	}

	/**
	 * Replaces values in an array, where a subquery is not possible. If a value is
	 * replaced by a value that is itself replaced, this uses an intermediate text that is
	 * not a value, so that nothing is replaced twice.
	 */
	private static String inArray(String column, RebuildEnum rebuild) {
		Map<String, String> replaced = rebuild.replaced();
		String value = column + "::text[]";
		if (replaced.values().stream().noneMatch(replaced::containsKey)) {
			return arrayReplace(value, replaced);
		}
		String mark = mark(rebuild);
		Map<String, String> marked = new LinkedHashMap<>();
		Map<String, String> unmarked = new LinkedHashMap<>();
		replaced.forEach((from, to) -> {
			marked.put(from, mark + to);
			unmarked.put(mark + to, to);
		});
		return arrayReplace(arrayReplace(value, marked), unmarked);
	}

	private static String mark(RebuildEnum rebuild) {
		StringBuilder mark = new StringBuilder("> ");
		while (Stream.concat(rebuild.was().stream(), rebuild.values().stream())
			.anyMatch((value) -> value.startsWith(mark.toString()))) {
			mark.insert(0, '>');
		}
		return mark.toString();
	}

	static String arrayReplace(String array, Map<String, String> replaced) {
		String value = array;
		for (Map.Entry<String, String> replacement : replaced.entrySet()) {
			value = "array_replace(%s, %s, %s)".formatted(value, SqlText.literal(replacement.getKey()),
					SqlText.literal(replacement.getValue()));
		}
		return value;
	}

}
