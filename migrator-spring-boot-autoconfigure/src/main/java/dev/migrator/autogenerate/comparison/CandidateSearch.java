package dev.migrator.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.schema.Column;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;

/**
 * Finds what may have been renamed: tables with the same columns, columns of the same
 * type.
 */
final class CandidateSearch {

	/** So many are named for each; more would tell nobody anything. */
	private static final int NAMED = 3;

	private final List<RenameCandidate> tables = new ArrayList<>();

	private final List<RenameCandidate> columns = new ArrayList<>();

	void tables(Collection<Table> removed, Collection<Table> added) {
		Function<Table, Object> shape = (
				table) -> table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
		Map<Object, List<Table>> byShape = byKey(added, shape);
		for (Table table : removed) {
			byShape.getOrDefault(shape.apply(table), List.of())
				.stream()
				.limit(NAMED)
				.forEach((other) -> this.tables
					.add(new RenameCandidate("table", new Rename(table.name().toString(), other.name().toString()))));
		}
	}

	/**
	 * Looks at a table that is on both sides. Whether what only the database has is
	 * removed does not matter.
	 */
	void columns(Table real, Table wanted) {
		ObjectName table = wanted.name();
		Map<Object, List<Column>> byType = byKey(without(wanted, real), Column::type);
		if (byType.isEmpty()) {
			return;
		}
		for (Column column : without(real, wanted)) {
			byType.getOrDefault(column.type(), List.of())
				.stream()
				.limit(NAMED)
				.forEach((other) -> this.columns
					.add(new RenameCandidate("column", new Rename(name(table, column), name(table, other)))));
		}
	}

	private static List<Column> without(Table table, Table other) {
		Set<String> names = other.columns().stream().map(Column::name).collect(Collectors.toSet());
		return table.columns().stream().filter((column) -> !names.contains(column.name())).toList();
	}

	private static String name(ObjectName table, Column column) {
		// quoted like the parts of the name of an object
		return table + "." + new ObjectName(null, column.name());
	}

	private static <T> Map<Object, List<T>> byKey(Collection<T> values, Function<T, Object> key) {
		Map<Object, List<T>> map = new HashMap<>();
		values.forEach((value) -> map.computeIfAbsent(key.apply(value), (it) -> new ArrayList<>()).add(value));
		return map;
	}

	/**
	 * What was found, tables first.
	 */
	List<RenameCandidate> found() {
		return Stream.concat(this.tables.stream(), this.columns.stream()).toList();
	}

}
