package dev.migrator.internal.autogenerate.rename;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.autogenerate.rule.Rules;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Finds possible renames: objects that only the database has, and wanted objects that are
 * similar. It does not matter whether the objects that only the database has are dropped.
 */
public final class CandidateSearch {

	private static final Rules RULES = new Rules();

	/** The number of candidates that are named for each object; more would not help. */
	private static final int NAMED = 3;

	private CandidateSearch() {
	}

	/**
	 * Searches.
	 * @param real the schema of the database
	 * @param wanted the wanted schema
	 * @return the candidates, tables first, values of enum types last
	 */
	public static List<RenameCandidate> of(SchemaObjects real, SchemaObjects wanted) {
		List<SchemaObject> removed = only(real, wanted).sorted(Comparator.comparing((object) -> object.id().kind()))
			.toList();
		List<RenameCandidate> values = values(real, wanted);
		if (removed.isEmpty()) {
			return values;
		}
		Map<Likeness, List<ObjectId>> added = new HashMap<>();
		only(wanted, real).forEach((object) -> Likeness.of(object, wanted)
			.ifPresent((likeness) -> added.computeIfAbsent(likeness, (key) -> new ArrayList<>()).add(object.id())));
		Stream<RenameCandidate> found = removed.stream()
			.flatMap((object) -> Likeness.of(object, real)
				.stream()
				.flatMap((likeness) -> added.getOrDefault(likeness, List.of()).stream())
				.limit(NAMED)
				.map((other) -> candidate(object.id(), other)));
		return Stream.concat(found, values.stream()).toList();
	}

	/**
	 * Returns candidates for values of enum types, first those at the same position.
	 */
	private static List<RenameCandidate> values(SchemaObjects real, SchemaObjects wanted) {
		return real.all(EnumObject.class)
			.stream()
			.flatMap((object) -> (wanted.get(object.id()) instanceof EnumObject other)
					? values(object.type(), other.type()) : Stream.empty())
			.toList();
	}

	private static Stream<RenameCandidate> values(EnumType real, EnumType wanted) {
		List<String> added = new ArrayList<>(wanted.values());
		added.removeAll(real.values());
		return real.values()
			.stream()
			.filter((value) -> !wanted.values().contains(value) && value.indexOf('=') < 0)
			.flatMap((value) -> added.stream()
				.filter((other) -> other.indexOf('=') < 0)
				.sorted(Comparator.comparing((other) -> wanted.values().indexOf(other) != real.values().indexOf(value)))
				.limit(NAMED)
				.map((other) -> new RenameCandidate("value", new Rename(real.name() + "." + value, other),
						real.name() + "." + other)));
	}

	/**
	 * Returns the objects that only one side has, without the parts of these objects.
	 */
	private static Stream<SchemaObject> only(SchemaObjects side, SchemaObjects other) {
		return side.roots()
			.stream()
			.filter((root) -> !side.isSame(root, other))
			.flatMap((root) -> side.family(root).stream())
			.filter((object) -> !other.has(object.id()) && (object.parent() == null || other.has(object.parent())));
	}

	private static RenameCandidate candidate(ObjectId from, ObjectId to) {
		return new RenameCandidate(from.kind().name().toLowerCase(Locale.ROOT), new Rename(name(from), name(to)));
	}

	private static String name(ObjectId id) {
		ObjectId in = id.in();
		// quoted like the parts of the name of an object
		return (in != null && in.kind() == ObjectId.Kind.TABLE)
				? in.objectName() + "." + new ObjectName(null, id.name()) : id.objectName().toString();
	}

	/**
	 * The common properties of two objects of which one may be the other.
	 *
	 * @param kind their kind
	 * @param parent the object to which they belong, or {@code null} if there is none
	 * @param key the key that their rule computes
	 */
	private record Likeness(ObjectId.Kind kind, @Nullable ObjectId parent, Object key) {

		static Optional<Likeness> of(SchemaObject object, SchemaObjects side) {
			return RULES.likeness(object, side).map((key) -> new Likeness(object.id().kind(), object.parent(), key));
		}

	}

}
