package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private final List<RenameCandidate> candidates = new ArrayList<>();

	void tables(Collection<Table> removed, Collection<Table> added) {
		Function<Table, Object> shape = (
				table) -> table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
		Map<Object, List<Table>> byShape = byKey(added, shape);
		for (Table table : removed) {
			byShape.getOrDefault(shape.apply(table), List.of())
				.stream()
				.limit(NAMED)
				.forEach((other) -> add("table", table.name().toString(), other.name().toString()));
		}
	}

	void columns(ObjectName table, ColumnComparison columns) {
		if (columns.added().isEmpty() || columns.removed().isEmpty()) {
			return;
		}
		Map<Object, List<Column>> byType = byKey(columns.added(), Column::type);
		for (Column column : columns.removed().values()) {
			byType.getOrDefault(column.type(), List.of())
				.stream()
				.limit(NAMED)
				.forEach((other) -> add("column", name(table, column), name(table, other)));
		}
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

	private void add(String kind, String from, String to) {
		this.candidates.add(new RenameCandidate(kind, new Rename(from, to)));
	}

	List<RenameCandidate> found() {
		return this.candidates;
	}

}
