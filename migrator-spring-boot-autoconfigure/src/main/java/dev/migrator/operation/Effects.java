package dev.migrator.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.schema.ObjectName;

/**
 * The effects of an operation on objects, as far as other operations may depend on them.
 * A changed object counts as removed and made again, if the objects that are written for
 * it cannot survive the change.
 *
 * @param removes the objects that no longer exist after it
 * @param makes the objects that exist after it, and may be needed
 * @param frees the names of tables, indexes and sequences that become free for others
 * @param takes the names that nothing else may have
 * @param known the removed and made objects that are fully known, not only by their
 * identity
 * @param needs the further objects that it needs, beside those that the known objects
 * need
 */
public record Effects(Set<ObjectId> removes, Set<ObjectId> makes, Set<ObjectName> frees, Set<ObjectName> takes,
		Collection<? extends SchemaObject> known, Set<ObjectId> needs) {

	/**
	 * The effects of an operation that no other operation depends on.
	 */
	public static final Effects NONE = new Effects(Set.of(), Set.of(), Set.of(), Set.of());

	/**
	 * Creates the effects on objects of which only the identities are known.
	 * @param removes the objects that no longer exist after it
	 * @param makes the objects that exist after it, and may be needed
	 * @param frees the names that become free for others
	 * @param takes the names that nothing else may have
	 */
	public Effects(Set<ObjectId> removes, Set<ObjectId> makes, Set<ObjectName> frees, Set<ObjectName> takes) {
		this(removes, makes, frees, takes, List.of(), Set.of());
	}

	/**
	 * Returns the effects of making objects.
	 * @param objects the objects
	 * @return the effects
	 */
	public static Effects making(Collection<? extends SchemaObject> objects) {
		return new Effects(Set.of(), ids(objects), Set.of(), names(objects), objects, Set.of());
	}

	/**
	 * Returns the effects of removing objects.
	 * @param objects the objects
	 * @return the effects
	 */
	public static Effects removing(Collection<? extends SchemaObject> objects) {
		return new Effects(ids(objects), Set.of(), names(objects), Set.of(), objects, Set.of());
	}

	/**
	 * Returns the effects of making an object that is not a relation, or of which only
	 * the identity is known.
	 * @param id its identity
	 * @return the effects
	 */
	static Effects making(ObjectId id) {
		return new Effects(Set.of(), Set.of(id), Set.of(), Set.of());
	}

	/**
	 * Returns the effects of removing an object that is not a relation, or of which only
	 * the identity is known.
	 * @param id its identity
	 * @return the effects
	 */
	static Effects removing(ObjectId id) {
		return new Effects(Set.of(id), Set.of(), Set.of(), Set.of());
	}

	/**
	 * Returns the effects of changing objects in a way that the objects that are written
	 * for them cannot survive.
	 * @param ids their identities
	 * @return the effects
	 */
	public static Effects changing(Set<ObjectId> ids) {
		return new Effects(ids, ids, Set.of(), Set.of());
	}

	/**
	 * Returns the effects of renaming a relation.
	 * @param from the old identity
	 * @param to the new identity
	 * @param name the old name
	 * @param other the new name
	 * @return the effects
	 */
	static Effects renaming(ObjectId from, ObjectId to, ObjectName name, ObjectName other) {
		return new Effects(Set.of(from), Set.of(to), Set.of(name), Set.of(other));
	}

	/**
	 * Returns these effects for an operation that also makes a type. Each table has a
	 * type of its own name.
	 * @param name the name of the type
	 * @return the effects
	 */
	Effects taking(ObjectName name) {
		return new Effects(this.removes, this.makes, this.frees, Set.of(name), this.known, this.needs);
	}

	/**
	 * Returns these effects for an operation that also removes a type.
	 * @param name the name of the type
	 * @return the effects
	 */
	Effects freeing(ObjectName name) {
		return new Effects(this.removes, this.makes, Set.of(name), this.takes, this.known, this.needs);
	}

	/**
	 * Returns these effects for an operation that also needs an object.
	 * @param need the identity of the object
	 * @return the effects
	 */
	Effects needing(ObjectId need) {
		return new Effects(this.removes, this.makes, this.frees, this.takes, this.known, Set.of(need));
	}

	/**
	 * Returns the effects of the operation that undoes this one.
	 * @return the effects
	 */
	Effects undone() {
		return new Effects(/* removes= */ this.makes, /* makes= */ this.removes,
				/* frees= */ this.takes, /* takes= */ this.frees, this.known, this.needs);
	}

	/**
	 * Returns whether an object is only renamed, and needs nothing more than before.
	 * @return whether it is
	 */
	public boolean isRename() {
		return !this.removes.isEmpty() && !this.makes.isEmpty() && Collections.disjoint(this.removes, this.makes);
	}

	private static Set<ObjectId> ids(Collection<? extends SchemaObject> objects) {
		if (objects.size() == 1) {
			return Set.of(objects.iterator().next().id());
		}
		Set<ObjectId> ids = new LinkedHashSet<>();
		objects.forEach((object) -> ids.add(object.id()));
		return ids;
	}

	private static Set<ObjectName> names(Collection<? extends SchemaObject> objects) {
		if (objects.size() == 1) {
			return objects.iterator().next().relation().map(Set::of).orElse(Set.of());
		}
		Set<ObjectName> names = new LinkedHashSet<>();
		for (SchemaObject object : objects) {
			object.relation().ifPresent(names::add);
		}
		return names;
	}

}
