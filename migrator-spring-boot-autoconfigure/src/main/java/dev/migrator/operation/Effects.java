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
 * What an operation does to objects, as far as other operations may depend on it. One
 * that is changed in a way that nothing outlives that is written for it is removed and
 * made.
 *
 * @param removes what is not there any more
 * @param makes what is there then, and may be needed
 * @param frees names of tables, indexes and sequences that can be given to others
 * @param takes names that nothing else may have
 * @param known of what it removes and makes, what more than the identity is known of
 * @param needs what it needs beside that, and beside what those need
 */
public record Effects(Set<ObjectId> removes, Set<ObjectId> makes, Set<ObjectName> frees, Set<ObjectName> takes,
		Collection<? extends SchemaObject> known, Set<ObjectId> needs) {

	/**
	 * Nothing depends on it.
	 */
	public static final Effects NONE = new Effects(Set.of(), Set.of(), Set.of(), Set.of());

	/**
	 * Of objects of which no more than the identity is known.
	 * @param removes what is not there any more
	 * @param makes what is there then, and may be needed
	 * @param frees names that can be given to others
	 * @param takes names that nothing else may have
	 */
	public Effects(Set<ObjectId> removes, Set<ObjectId> makes, Set<ObjectName> frees, Set<ObjectName> takes) {
		this(removes, makes, frees, takes, List.of(), Set.of());
	}

	/**
	 * Of making objects.
	 * @param objects the objects
	 * @return the effects
	 */
	public static Effects making(Collection<? extends SchemaObject> objects) {
		return new Effects(Set.of(), ids(objects), Set.of(), names(objects), objects, Set.of());
	}

	/**
	 * Of removing objects.
	 * @param objects the objects
	 * @return the effects
	 */
	public static Effects removing(Collection<? extends SchemaObject> objects) {
		return new Effects(ids(objects), Set.of(), names(objects), Set.of(), objects, Set.of());
	}

	/**
	 * Of making something that has no name of a relation, or of which no more is known.
	 * @param id its identity
	 * @return the effects
	 */
	static Effects making(ObjectId id) {
		return new Effects(Set.of(), Set.of(id), Set.of(), Set.of());
	}

	/**
	 * Of removing something that has no name of a relation, or of which no more is known.
	 * @param id its identity
	 * @return the effects
	 */
	static Effects removing(ObjectId id) {
		return new Effects(Set.of(id), Set.of(), Set.of(), Set.of());
	}

	/**
	 * Of changing objects so that nothing outlives it that is written for them.
	 * @param ids their identities
	 * @return the effects
	 */
	public static Effects changing(Set<ObjectId> ids) {
		return new Effects(ids, ids, Set.of(), Set.of());
	}

	/**
	 * Of a relation that gets another name.
	 * @param from what it was
	 * @param to what it is
	 * @param name the name it had
	 * @param other the name it gets
	 * @return the effects
	 */
	static Effects renaming(ObjectId from, ObjectId to, ObjectName name, ObjectName other) {
		return new Effects(Set.of(from), Set.of(to), Set.of(name), Set.of(other));
	}

	/**
	 * The same of what makes a type: each table has one of its own name.
	 * @param name the name of the type
	 * @return the effects
	 */
	Effects taking(ObjectName name) {
		return new Effects(this.removes, this.makes, this.frees, Set.of(name), this.known, this.needs);
	}

	/**
	 * The same of what removes a type.
	 * @param name the name of the type
	 * @return the effects
	 */
	Effects freeing(ObjectName name) {
		return new Effects(this.removes, this.makes, Set.of(name), this.takes, this.known, this.needs);
	}

	/**
	 * The same of what needs something.
	 * @param need the identity of that
	 * @return the effects
	 */
	Effects needing(ObjectId need) {
		return new Effects(this.removes, this.makes, this.frees, this.takes, this.known, Set.of(need));
	}

	/**
	 * Of what undoes it.
	 * @return the effects
	 */
	Effects undone() {
		return new Effects(/* removes= */ this.makes, /* makes= */ this.removes,
				/* frees= */ this.takes, /* takes= */ this.frees, this.known, this.needs);
	}

	/**
	 * Whether something that is there is only called otherwise, and needs nothing that it
	 * did not need before.
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
