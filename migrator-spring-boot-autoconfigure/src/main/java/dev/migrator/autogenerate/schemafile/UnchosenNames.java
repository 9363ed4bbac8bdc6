package dev.migrator.autogenerate.schemafile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.autogenerate.InventedName;
import dev.migrator.dialect.DefaultNames;
import dev.migrator.dialect.NameText;
import dev.migrator.schema.Check;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constraints and indexes that have the name which PostgreSQL gives to those
 * without one, maybe with a number behind it. Such a name follows those of table and
 * columns when they were created, and not when they are renamed, so it is no difference
 * if the real one has another.
 */
final class UnchosenNames {

	private static final Pattern CALL = Pattern.compile("(\\w+|\"(?:[^\"]|\"\")+\")\\(.*\\)", Pattern.DOTALL);

	private UnchosenNames() {
	}

	static Set<InventedName> in(DatabaseSchema schema) {
		Set<InventedName> unchosen = new HashSet<>();
		for (Table table : schema.tables()) {
			Stream<String> constraints = table.constraints()
				.stream()
				.filter((constraint) -> isOne(constraint.name(), defaults(table, constraint)))
				.map(Constraint::name);
			Stream<String> indexes = table.indexes()
				.stream()
				.filter((index) -> isOne(index.name(), Stream.of(defaultName(index))))
				.map(Index::name);
			Stream.concat(constraints, indexes)
				.map((name) -> new InventedName(table.name(), name))
				.forEach(unchosen::add);
		}
		return unchosen;
	}

	private static boolean isOne(String name, Stream<String> defaults) {
		return defaults.anyMatch((candidate) -> Pattern.matches(Pattern.quote(candidate) + "\\d*", name));
	}

	/**
	 * A check of one column is called after it, any other one after the table.
	 */
	private static Stream<String> defaults(Table table, Constraint constraint) {
		ObjectName name = table.name();
		if (constraint instanceof Unique unique) {
			return Stream.of(DefaultNames.unique(name, joined(unique.columns(), unique.include())));
		}
		if (constraint instanceof ForeignKey key) {
			return Stream.of(DefaultNames.foreignKey(name, key.columns()));
		}
		if (constraint instanceof Exclusion exclusion) {
			List<IndexKey> keys = exclusion.elements().stream().map(Exclusion.Element::key).toList();
			return Stream.of(DefaultNames.exclusion(name, parts(keys)));
		}
		if (constraint instanceof Check) {
			return Stream.concat(Stream.of(DefaultNames.check(name, null)),
					table.columns().stream().map((column) -> DefaultNames.check(name, column.name())));
		}
		return Stream.of(DefaultNames.primaryKey(name));
	}

	private static String defaultName(Index index) {
		return DefaultNames.index(index.table(), joined(parts(index.keys()), index.include()));
	}

	/**
	 * A call is called after its function.
	 */
	private static List<String> parts(List<IndexKey> keys) {
		return keys.stream().map((key) -> (key.column() != null) ? key.column() : part(key.expression())).toList();
	}

	private static String part(@Nullable String expression) {
		Matcher call = CALL.matcher((expression != null) ? expression : "");
		return call.matches() ? NameText.of(call.group(1)) : "expr";
	}

	private static List<String> joined(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

}
