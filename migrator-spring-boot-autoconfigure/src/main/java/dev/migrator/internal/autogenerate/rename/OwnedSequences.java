package dev.migrator.internal.autogenerate.rename;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;

/**
 * The sequences that columns own. Such a sequence is identified by its column, no matter
 * what names both had before: it continues counting under its wanted name.
 */
final class OwnedSequences {

	private OwnedSequences() {
	}

	/**
	 * Finds the sequences that get another name.
	 * @param real the schema of the database
	 * @param wanted the schema that it is to have
	 * @param names the renames of the user
	 * @return the new names, by the present names
	 */
	static Map<ObjectName, ObjectName> names(SchemaObjects real, SchemaObjects wanted, GivenNames names) {
		Map<ColumnName, Sequence> there = byColumn(real, names);
		Map<ObjectName, ObjectName> renamed = new LinkedHashMap<>();
		byColumn(wanted, new GivenNames()).forEach((column, sequence) -> {
			Sequence is = there.get(column);
			if (is != null && !is.name().equals(sequence.name()) && !SchemaMoves.isMove(is.name(), sequence.name())
					&& !names.sequences().containsKey(is.name()) && !names.sequences().containsValue(sequence.name())) {
				renamed.put(is.name(), sequence.name());
			}
		});
		Set<ObjectName> present = new HashSet<>();
		real.all().forEach((object) -> object.relation().ifPresent(present::add));
		List<ObjectName> staying = wanted.sequences().stream().map(Sequence::name).toList();
		// a name may be free only because another sequence gets another name
		boolean blocked = true;
		while (blocked) {
			blocked = renamed.entrySet()
				.removeIf((entry) -> (present.contains(entry.getValue()) && !renamed.containsKey(entry.getValue()))
						|| (staying.contains(entry.getKey()) && !renamed.containsValue(entry.getKey())));
		}
		return renamed;
	}

	/**
	 * Returns the sequences of columns that own exactly one.
	 */
	private static Map<ColumnName, Sequence> byColumn(SchemaObjects schema, Renaming names) {
		Map<ColumnName, List<Sequence>> owned = new LinkedHashMap<>();
		for (Sequence sequence : schema.sequences()) {
			if (sequence.ownedBy() != null) {
				owned.computeIfAbsent(names.column(sequence.ownedBy()), (column) -> new ArrayList<>()).add(sequence);
			}
		}
		Map<ColumnName, Sequence> sequences = new LinkedHashMap<>();
		owned.forEach((column, all) -> {
			if (all.size() == 1) {
				sequences.put(column, all.get(0));
			}
		});
		return sequences;
	}

}
