package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * The views, routines, triggers, rules and policies of both sides, if the model describes
 * such objects.
 */
final class OtherObjects {

	static final OtherObjects NONE = new OtherObjects(List.of(), List.of(), ComparisonSettings.DEFAULT);

	private static final Map<String, Droppable> REMOVALS = Map.of("view", Droppable.VIEWS, "materialized view",
			Droppable.VIEWS, "function", Droppable.FUNCTIONS, "procedure", Droppable.FUNCTIONS, "trigger",
			Droppable.TRIGGERS, "rule", Droppable.RULES, "policy", Droppable.POLICIES, "row level security",
			Droppable.POLICIES);

	private final List<OpaqueObject> real;

	private final Map<ObjectId, OpaqueObject> wanted = new LinkedHashMap<>();

	/** The lines of accepted differences, by object. */
	private final Map<ObjectId, String> accepted = new HashMap<>();

	private final ComparisonSettings settings;

	/**
	 * @param real all objects of the database
	 * @param wanted the objects of the model
	 * @param settings what is compared, and what may be removed
	 */
	OtherObjects(List<OpaqueObject> real, Collection<OpaqueObject> wanted, ComparisonSettings settings) {
		this.real = List.copyOf(real);
		this.settings = settings;
		Map<ObjectId, OpaqueObject> there = new HashMap<>();
		real.forEach((object) -> there.put(object.id(), object));
		wanted.stream()
			.filter((object) -> settings.looksAt(uncompared(object)) && !isAccepted(there.get(object.id()), object))
			.forEach((object) -> this.wanted.put(object.id(), object));
	}

	private boolean isAccepted(@Nullable OpaqueObject there, OpaqueObject wanted) {
		if (there == null) {
			return isAccepted(DetectedText.added(wanted), wanted);
		}
		return !there.differences(wanted).isEmpty() && isAccepted(DetectedText.changed(wanted), wanted);
	}

	private boolean isAccepted(String detected, OpaqueObject object) {
		String line = Printable.line(detected);
		if (!this.settings.accepted().has(line)) {
			return false;
		}
		this.accepted.put(object.id(), line);
		return true;
	}

	/**
	 * Returns the lines of the differences that are left out because they are accepted.
	 */
	Collection<String> accepted() {
		return this.accepted.values();
	}

	/**
	 * Returns the objects of the model.
	 */
	Collection<OpaqueObject> wanted() {
		return this.wanted.values();
	}

	/**
	 * Returns an object of the model.
	 */
	@Nullable OpaqueObject wanted(ObjectId id) {
		return this.wanted.get(id);
	}

	/**
	 * Returns the objects of the database, with others that may prevent a change.
	 */
	Collection<OpaqueObject> with(List<OpaqueObject> found) {
		Map<ObjectId, OpaqueObject> all = new LinkedHashMap<>();
		Stream.concat(this.real.stream(), found.stream()).forEach((object) -> all.putIfAbsent(object.id(), object));
		return all.values();
	}

	/**
	 * Returns the objects that are dropped because only the database has them: nothing
	 * that stays needs them.
	 * @param renaming the new names
	 * @param then the schema that the database is to have
	 */
	Set<ObjectId> going(Renaming renaming, SchemaObjects then) {
		Map<ObjectId, OpaqueObject> going = new HashMap<>();
		List<OpaqueObject> staying = new ArrayList<>(this.wanted.values());
		for (OpaqueObject object : this.real) {
			OpaqueObject now = object.renamed(renaming);
			Droppable removal = REMOVALS.get(object.kind());
			if (this.wanted.containsKey(now.id())) {
				continue;
			}
			if (removal != null && this.settings.removes(removal) && this.settings.looksAt(uncompared(object))
					&& object.users().stream().noneMatch(then::has) && !this.accepted.containsKey(object.id())
					&& !isAccepted(DetectedText.removed(object), object)) {
				going.put(now.id(), now);
			}
			else {
				staying.add(now);
			}
		}
		boolean changed = !going.isEmpty();
		while (changed) {
			Set<ObjectId> needed = staying.stream().flatMap(OpaqueObject::needs).collect(Collectors.toSet());
			List<OpaqueObject> kept = going.values().stream().filter((object) -> needed.contains(object.id())).toList();
			kept.forEach((object) -> going.remove(object.id()));
			staying.addAll(kept);
			changed = !kept.isEmpty();
		}
		return Set.copyOf(going.keySet());
	}

	/**
	 * Returns whether an object that was listed as not compared is another one.
	 */
	static boolean isSame(UncomparedObject listed, OpaqueObject object) {
		if (!listed.kind().equals(object.kind())) {
			return false;
		}
		UncomparedObject described = uncompared(object);
		return (described.relation() != null)
				? described.relation().equals(listed.relation()) && Objects.equals(described.name(), listed.name())
				: described.identity().equals(listed.identity());
	}

	/**
	 * Describes an object as one that is not compared.
	 */
	private static UncomparedObject uncompared(OpaqueObject object) {
		String kind = object.kind();
		String name = object.id().name();
		if (object.parent() != null) {
			ObjectName relation = object.parent().objectName();
			return new UncomparedObject(kind, relation, name, "%s on %s".formatted(name, relation));
		}
		String identity = object.description().substring(kind.length() + 1);
		return (object.id().kind() == ObjectId.Kind.VIEW)
				? new UncomparedObject(kind, object.id().objectName(), null, identity)
				: new UncomparedObject(kind, null, name.replaceFirst("\\(.*", ""), identity);
	}

}
