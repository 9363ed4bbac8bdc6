package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.rename.RenamedSchema;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Operation;

/**
 * Views and other objects that are known by their SQL: those that the model describes
 * too, which are compared, and those that prevent a change. An object that can be
 * restored unchanged is dropped and restored; others are left to the author.
 */
final class Dependants {

	private static final String REFUSED = "TODO: PostgreSQL refuses %s while the object is used by %s;\n"
			+ "first drop these, and create them again afterwards, %s";

	/** The kinds of objects that others may use. */
	static final Set<ObjectId.Kind> USED = EnumSet.of(ObjectId.Kind.TABLE, ObjectId.Kind.COLUMN, ObjectId.Kind.TYPE,
			ObjectId.Kind.CONSTRAINT, ObjectId.Kind.INDEX, ObjectId.Kind.SEQUENCE);

	static final Dependants NONE = new Dependants(List.of(), List.of(), List.of(), false);

	private final List<OpaqueObject> before;

	private final List<OpaqueObject> then;

	private final List<OpaqueObject> left;

	private final boolean ofOldNames;

	/** The objects that prevent a change of each object. */
	private final Map<ObjectId, Set<String>> inTheWay = new HashMap<>();

	private Dependants(Collection<OpaqueObject> before, Collection<OpaqueObject> then, List<OpaqueObject> left,
			boolean ofOldNames) {
		this.ofOldNames = ofOldNames;
		this.before = wholesFirst(before);
		this.then = wholesFirst(then);
		this.left = List.copyOf(left);
		left.forEach((object) -> object.needs()
			.forEach((need) -> this.inTheWay.computeIfAbsent(need, (id) -> new TreeSet<>()).add(object.description())));
	}

	private static List<OpaqueObject> wholesFirst(Collection<OpaqueObject> objects) {
		return objects.stream().sorted(Comparator.comparing((object) -> object.parent() != null)).toList();
	}

	/**
	 * @param found the objects that may prevent a change, by their names in the database
	 * @param others the objects that are compared
	 * @param renamed the schema of the database after the renames
	 * @param then the schema that the database is to have
	 */
	static Dependants of(List<OpaqueObject> found, OtherObjects others, RenamedSchema renamed, SchemaObjects then) {
		Map<ObjectId, OpaqueObject> before = new LinkedHashMap<>();
		Map<ObjectId, OpaqueObject> after = new LinkedHashMap<>();
		Map<ObjectId, OpaqueObject> putBack = new LinkedHashMap<>();
		List<OpaqueObject> left = new ArrayList<>();
		boolean ofOldNames = false;
		Set<ObjectId> going = others.going(renamed.renaming(), then);
		for (OpaqueObject object : others.with(found)) {
			OpaqueObject now = object.renamed(renamed.renaming());
			OpaqueObject wanted = others.wanted(now.id());
			if (wanted != null && now.text() != null) {
				boolean old = !now.equals(object) && !now.differences(wanted).isEmpty();
				ofOldNames |= old;
				before.put(now.id(), old ? now.irreplaceable() : now);
				after.put(now.id(), wanted.withRightsOf(now));
			}
			else if (going.contains(now.id())) {
				before.put(now.id(), now);
			}
			else if (now.text() != null && now.hasNamesOf(object) && staysPossible(now, renamed.schema(), then)) {
				putBack.put(now.id(), now);
			}
			else {
				left.add(now);
			}
		}
		others.wanted().forEach((wanted) -> after.putIfAbsent(wanted.id(), wanted));
		List<OpaqueObject> without;
		do {
			Set<ObjectId> gone = left.stream().map(OpaqueObject::id).collect(Collectors.toSet());
			without = putBack.values()
				.stream()
				.filter((object) -> object.needs().anyMatch(gone::contains)
						|| !(hasParent(object, then, putBack) || hasParent(object, then, after)))
				.toList();
			without.forEach((object) -> putBack.remove(object.id()));
			left.addAll(without);
		}
		while (!without.isEmpty());
		before.putAll(putBack);
		after.putAll(putBack);
		after.values().removeIf((object) -> !hasParent(object, then, Map.copyOf(after)));
		return new Dependants(before.values(), after.values(), left, ofOldNames);
	}

	/**
	 * Returns whether the object to which it belongs is known: a table of another schema,
	 * for example, is not.
	 */
	private static boolean hasParent(OpaqueObject object, SchemaObjects then, Map<ObjectId, OpaqueObject> others) {
		ObjectId parent = object.parent();
		return parent == null || then.has(parent) || others.containsKey(parent);
	}

	private static boolean staysPossible(OpaqueObject object, SchemaObjects real, SchemaObjects then) {
		return object.needs().noneMatch((need) -> real.has(need) && !then.has(need));
	}

	/**
	 * Returns these objects, and others that are left to the author.
	 */
	Dependants andLeft(List<OpaqueObject> found, RenamedSchema renamed) {
		return found.isEmpty() ? this : new Dependants(this.before, this.then,
				Stream.concat(this.left.stream(), found.stream().map((object) -> object.renamed(renamed.renaming())))
					.toList(),
				this.ofOldNames);
	}

	/**
	 * Returns the objects whose changes may be refused because others use them.
	 */
	static Set<ObjectId> used(List<Change> changes) {
		return changes.stream()
			.flatMap(Dependants::operations)
			.flatMap(Dependants::of)
			.filter((id) -> USED.contains(id.kind()))
			.collect(Collectors.toSet());
	}

	private static Stream<Operation> operations(Change change) {
		Stream<Operation> undo = (change.undo() != null) ? change.undo().stream() : Stream.empty();
		return Stream.concat(Stream.of(change.operation()), undo);
	}

	/**
	 * Returns the objects of the database, together with those that are compared, and
	 * those that are dropped and restored because an object that they need changes.
	 */
	SchemaObjects before(SchemaObjects objects) {
		return with(objects, this.before);
	}

	/**
	 * Returns the objects of the end, together with those that are compared, and those
	 * that are dropped and restored.
	 */
	SchemaObjects then(SchemaObjects objects) {
		return with(objects, this.then);
	}

	private static SchemaObjects with(SchemaObjects objects, List<OpaqueObject> others) {
		return others.isEmpty() ? objects
				: SchemaObjects.of(Stream.concat(objects.all().stream(), others.stream()).toList());
	}

	/**
	 * Returns whether an object that was listed as not compared is compared, or dropped.
	 */
	boolean compares(UncomparedObject listed) {
		Set<ObjectId> staying = this.then.stream()
			.filter((object) -> !object.said())
			.map(OpaqueObject::id)
			.collect(Collectors.toSet());
		return this.before.stream()
			.anyMatch((object) -> !staying.contains(object.id()) && OtherObjects.isSame(listed, object));
	}

	/**
	 * Returns whether an object that is created again has to be dropped before the
	 * renames, because its SQL has old names.
	 */
	boolean isOfOldNames() {
		return this.ofOldNames;
	}

	boolean isNothingCompared() {
		return this.before.isEmpty() && this.then.isEmpty();
	}

	/**
	 * Returns the change, with a remark if PostgreSQL will refuse it.
	 */
	Change remarked(Change change) {
		String users = users(Stream.of(change.operation()));
		if (!users.isEmpty()) {
			return change.toBuilder().firstRemark(REFUSED.formatted("this", users, "in the downgrade too")).build();
		}
		String usersOfUndo = (change.undo() != null) ? users(change.undo().stream()) : "";
		return usersOfUndo.isEmpty() ? change
				: change.toBuilder()
					.firstRemark(REFUSED.formatted("the downgrade of this", usersOfUndo, "in the downgrade"))
					.build();
	}

	private String users(Stream<Operation> operations) {
		Set<String> found = new TreeSet<>();
		operations.flatMap(Dependants::of).forEach((id) -> found.addAll(this.inTheWay.getOrDefault(id, Set.of())));
		return String.join(", ", found);
	}

	/**
	 * Returns the objects that are dropped together with everything that uses them: for a
	 * table only the table, not each of its parts.
	 */
	private static Stream<ObjectId> of(Operation operation) {
		Effects effects = operation.effects();
		return effects.isRename() ? Stream.empty()
				: effects.removes().stream().filter((id) -> id.in() == null || !effects.removes().contains(id.in()));
	}

}
