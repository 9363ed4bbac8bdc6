package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Groups the objects of a schema into families, in the order of a script, and combines
 * the families of two schemas. Immutable.
 */
final class Families {

	private final Map<ObjectId, Family> byRoot;

	private Families(Map<ObjectId, Family> byRoot) {
		this.byRoot = byRoot;
	}

	/**
	 * Groups objects.
	 * @param objects the objects, each after the object that it belongs to
	 */
	static Families of(Collection<? extends SchemaObject> objects) {
		Map<ObjectId, Family> families = new LinkedHashMap<>();
		for (SchemaObject object : objects) {
			if (object.parent() == null) {
				families.put(object.id(), Family.of(object));
			}
			else {
				Family family = families.get(object.root());
				if (family == null) {
					throw new IllegalArgumentException(
							"%s belongs to an object that does not exist".formatted(object.id()));
				}
				family.add(object);
			}
		}
		families.values().forEach(Family::settle);
		return sorted(families);
	}

	/**
	 * Groups tables, types and sequences, each with its details.
	 */
	static Families of(Collection<Table> tables, Collection<EnumType> enums, Collection<Sequence> sequences,
			Collection<? extends DetailObject> details) {
		Map<ObjectId, List<DetailObject>> detailsOf = new HashMap<>();
		details.forEach(
				(detail) -> detailsOf.computeIfAbsent(detail.parent().root(), (root) -> new ArrayList<>()).add(detail));
		Map<ObjectId, Family> families = new HashMap<>();
		enums.forEach((type) -> add(families, Family.of(new EnumObject(type))));
		for (Sequence sequence : sequences) {
			Family family = Family.of(new SequenceObject(sequence));
			add(families, family.withDetails(detailsOf.getOrDefault(family.root(), List.of())));
		}
		for (Table table : tables) {
			Family family = Family.of(table);
			if (add(families, family.withDetails(detailsOf.getOrDefault(family.root(), List.of()))) != null) {
				throw new InvalidDefinitionException("The table %s exists twice.".formatted(table.name()),
						"Give one of them another name.");
			}
		}
		return sorted(families);
	}

	private static @Nullable Family add(Map<ObjectId, Family> families, Family family) {
		return families.put(family.root(), family);
	}

	private static Families sorted(Map<ObjectId, Family> families) {
		Map<ObjectId, Family> sorted = new LinkedHashMap<>();
		families.values()
			.stream()
			.sorted((one, other) -> ObjectId.ORDER.compare(one.root(), other.root()))
			.forEach((family) -> sorted.put(family.root(), family));
		return new Families(sorted);
	}

	/**
	 * Returns a family, or {@code null} if it does not exist.
	 */
	@Nullable Family get(ObjectId root) {
		return this.byRoot.get(root);
	}

	/**
	 * Returns all families in their order.
	 */
	Collection<Family> all() {
		return this.byRoot.values();
	}

	/**
	 * Returns the identities of the objects that belong to no other, in their order.
	 */
	Collection<ObjectId> roots() {
		return Collections.unmodifiableCollection(this.byRoot.keySet());
	}

	boolean isEmpty() {
		return this.byRoot.isEmpty();
	}

	/**
	 * Returns some of the families.
	 * @param taken whether a family is included
	 */
	Families only(Predicate<ObjectId> taken) {
		Map<ObjectId, Family> some = new LinkedHashMap<>(this.byRoot);
		some.keySet().removeIf(taken.negate());
		return new Families(some);
	}

	/**
	 * Returns these families with others added, which replace those of the same identity.
	 */
	Families with(Families others) {
		Map<ObjectId, Family> all = new HashMap<>(this.byRoot);
		all.putAll(others.byRoot);
		return sorted(all);
	}

	/**
	 * Returns these families with others added, which replace those of the same identity
	 * but keep their details, and their comments on constraints and indexes.
	 */
	Families saidAs(Families others) {
		Map<ObjectId, Family> all = new HashMap<>(this.byRoot);
		others.byRoot.forEach((root, other) -> {
			Family family = this.byRoot.get(root);
			all.put(root, (family != null) ? other.withDetails(family.details()).with(family.keyComments()) : other);
		});
		return sorted(all);
	}

	/**
	 * Returns these families with comments; those on missing objects are ignored.
	 */
	Families with(Collection<CommentObject> comments) {
		Map<ObjectId, List<CommentObject>> byRoot = new LinkedHashMap<>();
		comments.forEach((comment) -> byRoot.computeIfAbsent(comment.root(), (root) -> new ArrayList<>()).add(comment));
		Map<ObjectId, Family> all = new HashMap<>(this.byRoot);
		byRoot.forEach((root, of) -> {
			Family family = all.get(root);
			if (family != null) {
				all.put(root, family.with(of));
			}
			else if (of.get(0).parent() == null) {
				all.put(root, Family.of(of.get(0)));
			}
		});
		return sorted(all);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Families families && this.byRoot.equals(families.byRoot));
	}

	@Override
	public int hashCode() {
		return this.byRoot.keySet().hashCode();
	}

}
