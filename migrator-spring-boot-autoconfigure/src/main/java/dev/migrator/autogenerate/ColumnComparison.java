package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.dialect.TypeConversion;
import dev.migrator.schema.Column;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;

/**
 * Which columns of a table come, go, stay, or have to be made anew.
 */
final class ColumnComparison {

	private final List<Column> added = new ArrayList<>();

	private final Map<String, Column> removed = new LinkedHashMap<>();

	private final List<Matching.Pair<Column>> kept = new ArrayList<>();

	private final Map<String, Matching.Pair<Column>> replaced = new LinkedHashMap<>();

	private final Set<String> retyped = new HashSet<>();

	ColumnComparison(Table real, Table wanted, boolean removes, Set<ObjectName> rebuilt) {
		Set<String> key = keyColumns(wanted);
		Map<String, Column> left = new LinkedHashMap<>();
		real.columns().forEach((column) -> left.put(column.name(), column));
		Map<String, Matching.Pair<Column>> both = new HashMap<>();
		for (Column column : wanted.columns()) {
			Column was = left.remove(column.name());
			if (was == null) {
				this.added.add(column);
			}
			else {
				Matching.Pair<Column> pair = new Matching.Pair<>(was,
						key.contains(column.name()) ? notNull(column) : column);
				both.put(column.name(), pair);
				boolean sameType = new TypeConversion(was.type(), column.type()).isOfModifiers();
				if (!Objects.equals(was.generated(), column.generated())) {
					this.replaced.put(column.name(), pair);
				}
				else if (!sameType || Enums.of(was.type()).filter(rebuilt::contains).isPresent()) {
					this.retyped.add(column.name());
				}
			}
		}
		if (removes) {
			this.removed.putAll(left);
		}
		replaceGenerated(wanted, both);
		wanted.columns()
			.stream()
			.map((column) -> both.get(column.name()))
			.filter((pair) -> pair != null && !this.replaced.containsKey(pair.wanted().name()))
			.forEach(this.kept::add);
	}

	private static Set<String> keyColumns(Table table) {
		return table.constraints()
			.stream()
			.flatMap((constraint) -> (constraint instanceof PrimaryKey key) ? key.columns().stream() : Stream.empty())
			.collect(Collectors.toSet());
	}

	/**
	 * What a primary key makes of its columns, whether they say so or not.
	 */
	private static Column notNull(Column column) {
		return new Column(column.name(), column.type(), false, column.defaultValue(), column.identity(),
				column.generated(), column.collation(), column.comment());
	}

	/**
	 * PostgreSQL changes neither the type of a column that another one is computed from,
	 * nor drops it.
	 */
	private void replaceGenerated(Table wanted, Map<String, Matching.Pair<Column>> both) {
		Set<String> moved = disturbed();
		for (Column column : wanted.columns()) {
			Matching.Pair<Column> pair = both.get(column.name());
			if (pair != null && pair.real().generated() != null && !this.replaced.containsKey(column.name())) {
				boolean changesType = !new TypeConversion(pair.real().type(), pair.wanted().type()).isNone();
				if (changesType || ExpressionColumns.mentions(pair.real().generated().expression(), moved)) {
					this.replaced.put(column.name(), pair);
					this.retyped.remove(column.name());
				}
			}
		}
	}

	List<Column> added() {
		return this.added;
	}

	Map<String, Column> removed() {
		return this.removed;
	}

	List<Matching.Pair<Column>> kept() {
		return this.kept;
	}

	Map<String, Matching.Pair<Column>> replaced() {
		return this.replaced;
	}

	/**
	 * Columns that are dropped, for good or to be made anew.
	 */
	Set<String> dropped() {
		Set<String> dropped = new HashSet<>(this.removed.keySet());
		dropped.addAll(this.replaced.keySet());
		return dropped;
	}

	/**
	 * Columns that what depends on them does not outlive: the dropped ones, and those of
	 * another type.
	 */
	Set<String> disturbed() {
		Set<String> disturbed = dropped();
		disturbed.addAll(this.retyped);
		return disturbed;
	}

}
