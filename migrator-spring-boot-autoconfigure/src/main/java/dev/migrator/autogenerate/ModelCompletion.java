package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Completes a model that does not say everything with what the database has: where
 * entities leave something open, nothing is to change.
 */
final class ModelCompletion {

	private final DatabaseSchema real;

	private final ComparisonSettings settings;

	/**
	 * Creates a completion.
	 * @param real what the database has, as it is once all renames have run
	 * @param settings what may be removed although the model leaves it open
	 */
	ModelCompletion(DatabaseSchema real, ComparisonSettings settings) {
		this.real = real;
		this.settings = settings;
	}

	DatabaseSchema of(DatabaseSchema wanted) {
		Map<ObjectName, Table> tables = new HashMap<>();
		this.real.tables().forEach((table) -> tables.put(table.name(), table));
		List<Table> completed = new ArrayList<>();
		for (Table table : wanted.tables()) {
			Table there = tables.get(table.name());
			completed.add((there != null) ? new TableCompletion(there, table, this.settings).table() : table);
		}
		return new DatabaseSchema(completed, enums(wanted), sequences(wanted, completed));
	}

	/**
	 * The order of enum values is that of the database; new ones come last.
	 */
	private List<EnumType> enums(DatabaseSchema wanted) {
		Map<ObjectName, EnumType> there = new HashMap<>();
		this.real.enums().forEach((type) -> there.put(type.name(), type));
		return wanted.enums().stream().map((type) -> {
			EnumType known = there.get(type.name());
			if (known == null) {
				return type;
			}
			Set<String> values = new LinkedHashSet<>(known.values());
			values.retainAll(new HashSet<>(type.values()));
			values.addAll(type.values());
			return new EnumType(type.name(), List.copyOf(values));
		}).toList();
	}

	private List<Sequence> sequences(DatabaseSchema wanted, List<Table> tables) {
		Map<ObjectName, Sequence> there = new HashMap<>();
		this.real.sequences().forEach((sequence) -> there.put(sequence.name(), sequence));
		List<Sequence> completed = new ArrayList<>();
		for (Sequence sequence : wanted.sequences()) {
			Sequence known = there.remove(sequence.name());
			completed.add((known != null) ? completed(known, sequence) : sequence);
		}
		Set<ColumnName> columns = new HashSet<>();
		tables.forEach((table) -> table.columns()
			.forEach((column) -> columns.add(new ColumnName(table.name(), column.name()))));
		there.values()
			.stream()
			.filter((sequence) -> sequence.ownedBy() != null && columns.contains(sequence.ownedBy()))
			.forEach(completed::add);
		return completed;
	}

	/**
	 * Where a sequence began does not matter any more.
	 */
	private static Sequence completed(Sequence there, Sequence wanted) {
		SequenceOptions is = there.options();
		SequenceOptions to = wanted.options();
		SequenceOptions options = new SequenceOptions(is.start(), to.increment(), either(to.min(), is.min()),
				either(to.max(), is.max()), either(to.cache(), is.cache()), either(to.cycle(), is.cycle()));
		return new Sequence(wanted.name(), either(wanted.type(), there.type()), options,
				either(wanted.ownedBy(), there.ownedBy()));
	}

	private static <T> @Nullable T either(@Nullable T said, @Nullable T there) {
		return (said != null) ? said : there;
	}

}
