package dev.migrator.internal.autogenerate.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.autogenerate.order.TableOrder;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.KeyDropReason;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds the foreign keys of the database that lose the table or the key that they
 * reference.
 */
final class LostReferences {

	private final SchemaObjects real;

	private final Map<ObjectId, KeyDropReason> going;

	private final Map<ObjectId, ObjectId> renamed;

	/**
	 * @param real the schema of the database
	 * @param going receives the foreign keys that are dropped
	 * @param renamed the objects that only get another name, by the name that they have;
	 * loses the foreign keys that are dropped
	 */
	LostReferences(SchemaObjects real, Map<ObjectId, KeyDropReason> going, Map<ObjectId, ObjectId> renamed) {
		this.real = real;
		this.going = going;
		this.renamed = renamed;
	}

	/**
	 * Removes foreign keys that are not possible: a foreign key is dropped with the
	 * table, or the last key, that it references.
	 */
	SchemaObjects without(SchemaObjects all) {
		Set<ObjectId> less = new HashSet<>();
		for (ObjectId root : this.real.roots()) {
			if (root.kind() == ObjectId.Kind.TABLE && !this.real.isSame(root, all)) {
				less.add(root);
			}
		}
		Map<ObjectId, ObjectId> namesNow = new HashMap<>();
		this.renamed.forEach((was, to) -> namesNow.put(to, was));
		SchemaObjects possible = all;
		for (Table table : less.isEmpty() ? List.<Table>of() : all.tables()) {
			Set<String> lost = new HashSet<>();
			for (ForeignKey key : TableOrder.foreignKeys(table)) {
				if (less.contains(ObjectId.table(key.table()))) {
					ObjectId id = ObjectId.constraint(table.name(), key.name());
					if (losesReference(namesNow.getOrDefault(id, id), key, all.table(key.table()).orElse(null))) {
						lost.add(key.name());
					}
				}
			}
			if (!lost.isEmpty()) {
				possible = possible.with(SchemaObjects.of(all.family(ObjectId.table(table.name()))
					.stream()
					.filter((object) -> !isLost(object, lost))
					.toList()));
			}
		}
		return possible;
	}

	private static boolean isLost(SchemaObject object, Set<String> constraints) {
		ObjectId id = (object instanceof CommentObject comment) ? comment.of() : object.id();
		return id.kind() == ObjectId.Kind.CONSTRAINT && constraints.contains(id.name());
	}

	private boolean losesReference(ObjectId id, ForeignKey key, @Nullable Table then) {
		if (!(this.real.get(id) instanceof ConstraintObject was && was.constraint().isReference())) {
			return false;
		}
		Table referenced = this.real.table(key.table()).orElse(null);
		boolean loses = referenced != null
				&& (then == null || (referenced.hasKey(key.referenced()) && !then.hasKey(key.referenced())));
		if (loses) {
			this.going.put(id, new KeyDropReason(DetectedText.removed(was), loss(was, key), null));
			this.renamed.remove(id);
		}
		return loses;
	}

	/**
	 * Describes the loss of a foreign key.
	 */
	static String loss(KeyObject key, ForeignKey foreignKey) {
		return "drops the foreign key %s of %s, which references %s".formatted(key.id().name(), key.table(),
				foreignKey.table());
	}

}
