package dev.migrator.internal.autogenerate.schemafile;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Table;

/**
 * Finds the constraints and indexes with a name that PostgreSQL gives to those without a
 * name, perhaps with a number after it. PostgreSQL makes such a name from the names of
 * table and columns at creation, and does not change it when they are renamed. So another
 * name in the database is not a difference.
 */
final class UnchosenNames {

	private UnchosenNames() {
	}

	static Set<ImplicitName> in(SchemaObjects schema) {
		Set<ImplicitName> unchosen = new HashSet<>();
		for (Table table : schema.tables()) {
			Stream<String> constraints = table.constraints()
				.stream()
				.filter((constraint) -> isOne(constraint.name(), defaults(table, constraint)))
				.map(Constraint::name);
			Stream<String> indexes = table.indexes()
				.stream()
				.filter((index) -> isOne(index.name(),
						Stream.of(DefaultNames.of(index.table(), index.unchosenName(), 0))))
				.map(Index::name);
			Stream.concat(constraints, indexes)
				.map((name) -> new ImplicitName(table.name(), name))
				.forEach(unchosen::add);
		}
		return unchosen;
	}

	private static boolean isOne(String name, Stream<String> defaults) {
		return defaults.anyMatch((candidate) -> Pattern.matches(Pattern.quote(candidate) + "\\d*", name));
	}

	/**
	 * Returns the possible default names. A check of one column is named after it, any
	 * other check after the table.
	 */
	private static Stream<String> defaults(Table table, Constraint constraint) {
		Stream<String> own = Stream.of(DefaultNames.of(table.name(), constraint.unchosenName(), 0));
		return (constraint instanceof Check)
				? Stream.concat(own,
						table.columns().stream().map((column) -> DefaultNames.check(table.name(), column.name())))
				: own;
	}

}
