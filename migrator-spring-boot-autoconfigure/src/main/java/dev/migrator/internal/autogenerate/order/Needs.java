package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.Setting;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;

/**
 * Knows which objects of a schema need which others: what they belong to, what their
 * attributes name, and what their SQL mentions.
 */
public final class Needs {

	private final SchemaObjects objects;

	/** The objects of a schema, and the owning columns of sequences. */
	private final Map<ObjectId, List<ObjectId>> others = new HashMap<>();

	private final Map<ObjectId, Set<ObjectId>> dependants = new HashMap<>();

	private Needs(SchemaObjects objects) {
		this.objects = objects;
	}

	public static Needs of(SchemaObjects objects) {
		Needs needs = new Needs(objects);
		NeedsReader reader = new NeedsReader(objects.all(), needs::columnsOf);
		for (SchemaObject object : objects.all()) {
			ObjectId id = object.id();
			if (id.in() != null && id.in().kind() == ObjectId.Kind.SCHEMA) {
				needs.part(id, id.in());
			}
			object.needs().forEach((need) -> needs.need(need, id));
			reader.mentioned(object).forEach((need) -> needs.need(need, id));
			reader.keys(object).forEach((need) -> needs.need(need, id));
			if (object instanceof OpaqueObject opaque) {
				opaque.users().forEach((user) -> needs.need(id, user));
			}
			if (object instanceof SequenceObject sequence && sequence.sequence().ownedBy() != null) {
				ObjectId owner = ObjectId.ownerOf(sequence.sequence().name());
				needs.part(owner, id);
				needs.part(owner, ObjectId.column(sequence.sequence().ownedBy()));
			}
		}
		return needs;
	}

	/**
	 * Adds the tables that must be logged because another table is logged. Tables that
	 * reference each other can only change at the same time.
	 */
	public Needs withLogs() {
		List<Table> tables = TableOrder.referencedFirst(this.objects.tables());
		Set<ObjectName> before = new HashSet<>();
		for (Table table : tables) {
			if (!this.objects.has(Setting.ofLog(table.name()).id())) {
				for (ForeignKey key : TableOrder.foreignKeys(table)) {
					need(ObjectId.loggedOf(key.table()), ObjectId.constraint(table.name(), key.name()));
					if (before.contains(key.table())) {
						need(ObjectId.loggedOf(key.table()), ObjectId.loggedOf(table.name()));
					}
				}
			}
			before.add(table.name());
		}
		return this;
	}

	private Set<String> columnsOf(ObjectName table) {
		Set<String> columns = new HashSet<>();
		this.objects.partsOf(ObjectId.table(table), ColumnObject.class)
			.forEach((column) -> columns.add(column.name().column()));
		return columns;
	}

	/**
	 * Returns the parts of an object, which cannot exist without it.
	 */
	public List<ObjectId> partsOf(ObjectId id) {
		List<ObjectId> ids = new ArrayList<>(this.others.getOrDefault(id, List.of()));
		this.objects.partsOf(id).forEach((part) -> ids.add(part.id()));
		return ids;
	}

	/**
	 * Returns the objects that depend on the current state of an object, and cannot exist
	 * without it either.
	 */
	public Set<ObjectId> dependantsOf(ObjectId id) {
		return this.dependants.getOrDefault(id, Set.of());
	}

	private void part(ObjectId part, ObjectId of) {
		this.others.computeIfAbsent(of, (id) -> new ArrayList<>()).add(part);
	}

	private void need(ObjectId need, ObjectId of) {
		if (!of.equals(need)) {
			this.dependants.computeIfAbsent(need, (id) -> new LinkedHashSet<>()).add(of);
		}
	}

}
