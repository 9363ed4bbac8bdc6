package dev.migrator.internal.autogenerate.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.internal.autogenerate.order.Needs;
import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.autogenerate.situation.KeyMatches;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is left out because it is accepted: a difference goes together with what has
 * no line of its own and cannot be without it, and stays if a difference that is not
 * accepted needs it.
 */
public final class Acceptance {

	private final SchemaObjects there;

	private final SchemaObjects before;

	private final Map<ObjectId, Difference> differences;

	private final Map<ObjectId, ObjectId> names = new HashMap<>();

	private final Map<ObjectId, List<DetectedLine>> lines;

	private final Needs needsBefore;

	private final Needs needsThen;

	/** The removed objects that an object needs. */
	private final Map<ObjectId, Set<ObjectId>> removedNeeds = new HashMap<>();

	private final Set<String> accepted;

	private final List<String> needed = new ArrayList<>();

	private final Map<ObjectId, Optional<SchemaObject>> instead = new LinkedHashMap<>();

	private final Map<ObjectId, SchemaObject> notRenamed = new LinkedHashMap<>();

	/** The accepted difference with which an object without a line is left out. */
	private final Map<ObjectId, ObjectId> along = new HashMap<>();

	private final Deque<ObjectId> open = new ArrayDeque<>();

	private Acceptance(SchemaObjects there, SchemaObjects before, SchemaObjects then,
			Map<ObjectId, Difference> differences, KeyMatches matches, List<UnorderedChange> proposed,
			Set<String> accepted) {
		this.there = there;
		this.before = before;
		this.differences = differences;
		matches.renamed().forEach((from, to) -> this.names.put(to, from));
		this.lines = DetectedLine.byObject(proposed, matches.dropReasons());
		this.needsBefore = Needs.of(before);
		this.needsThen = Needs.of(then);
		this.accepted = accepted;
		differences.values()
			.stream()
			.filter(Difference.Removed.class::isInstance)
			.forEach((removed) -> over(this.needsBefore, removed.id()).forEach(
					(id) -> this.removedNeeds.computeIfAbsent(id, (key) -> new LinkedHashSet<>()).add(removed.id())));
	}

	/**
	 * Finds what is left out.
	 * @param there the objects of the database
	 * @param before the same, as if all renames had run
	 * @param then the objects in the end
	 * @param differences the differences between these two
	 * @param matches the matches of constraints and indexes
	 * @param proposed the changes for all differences
	 * @param accepted the accepted differences
	 * @return what is left out
	 */
	public static LeftOut of(SchemaObjects there, SchemaObjects before, SchemaObjects then,
			Map<ObjectId, Difference> differences, KeyMatches matches, List<UnorderedChange> proposed,
			AcceptedDifferences accepted) {
		Set<String> lines = new TreeSet<>();
		// An INVALID index that is built again with its table is part of that line.
		accepted.lines().forEach((line) -> lines.add(line.replaceFirst("; detected .*", "")));
		lines.addAll(accepted.lines());
		Acceptance acceptance = new Acceptance(there, before, then, differences, matches, proposed, lines);
		while (!acceptance.isConsistent()) {
			acceptance.instead.clear();
			acceptance.notRenamed.clear();
			acceptance.along.clear();
			acceptance.open.clear();
		}
		return new LeftOut(acceptance.instead, acceptance.notRenamed, acceptance.needed);
	}

	/**
	 * Leaves out everything that is accepted.
	 * @return whether nothing needs it; otherwise that is not accepted any more
	 */
	private boolean isConsistent() {
		this.lines.forEach(this::leaveOut);
		while (!this.open.isEmpty()) {
			ObjectId id = this.open.remove();
			boolean removed = this.differences.get(id) instanceof Difference.Removed;
			Set<ObjectId> others = new LinkedHashSet<>();
			if (this.differences.get(id) instanceof Difference.Added) {
				others.addAll(over(this.needsThen, id).filter(this::isMade).toList());
			}
			else {
				others.addAll(this.removedNeeds.getOrDefault(id, Set.of()));
			}
			if (leavesNullable(id)) {
				over(this.needsThen, ObjectId.notNullOf(id.columnName())).filter(this::isMade).forEach(others::add);
			}
			others.removeAll(this.instead.keySet());
			List<ObjectId> needing = others.stream().filter((other) -> !isFree(other)).toList();
			if (!needing.isEmpty()) {
				keep(id, needing);
				return false;
			}
			others.forEach((other) -> leaveOut(other, id));
			if (removed) {
				over(this.needsBefore, id)
					.filter((other) -> this.differences.get(other) instanceof Difference.Removed
							&& !this.instead.containsKey(other) && isFree(other)
							&& this.removedNeeds.getOrDefault(other, Set.of()).stream().allMatch(this::isFree))
					.forEach((other) -> leaveOut(other, id));
			}
		}
		return true;
	}

	private boolean isMade(ObjectId id) {
		Difference difference = this.differences.get(id);
		return difference != null && !(difference instanceof Difference.Removed);
	}

	/**
	 * Returns whether an object has no line, or its line is accepted.
	 */
	private boolean isFree(ObjectId id) {
		ObjectId said = said(id);
		return said == null || this.instead.containsKey(said);
	}

	/**
	 * Returns the object with the line for an object: itself, or what it is created or
	 * dropped with; {@code null} if it only follows others.
	 */
	private @Nullable ObjectId said(ObjectId id) {
		ObjectId said = id;
		while (said != null && !this.lines.containsKey(said)) {
			Difference difference = this.differences.get(said);
			said = (difference == null || difference instanceof Difference.Altered) ? null
					: difference.object().parent();
		}
		return (said == null || said.equals(id) || !(this.differences.get(said) instanceof Difference.Altered)) ? said
				: null;
	}

	private boolean leavesNullable(ObjectId id) {
		return this.differences.get(id) instanceof Difference.Altered altered
				&& altered.was() instanceof ColumnObject was && altered.object() instanceof ColumnObject to
				&& PartlyAccepted.leavesNullable(was, to,
						this.instead.getOrDefault(id, Optional.empty()).orElseThrow());
	}

	/**
	 * Returns what cannot be without an object.
	 */
	private static Stream<ObjectId> over(Needs needs, ObjectId id) {
		return Stream.concat(needs.partsOf(id).stream(), needs.dependantsOf(id).stream());
	}

	private void leaveOut(ObjectId id, List<DetectedLine> said) {
		List<DetectedLine> left = said.stream().filter((line) -> this.accepted.contains(line.text())).toList();
		if (left.size() == said.size()) {
			if (this.differences.containsKey(id)) {
				leaveOut(id);
			}
			ObjectId name = this.names.get(id);
			if (name != null) {
				this.notRenamed.put(id, Objects.requireNonNull(this.there.get(name)));
			}
		}
		else if (!left.isEmpty() && this.differences.get(id) instanceof Difference.Altered altered) {
			PartlyAccepted.of(altered, left).ifPresent((object) -> put(id, Optional.of(object)));
		}
	}

	/**
	 * Leaves out an object along with another one.
	 */
	private void leaveOut(ObjectId id, ObjectId with) {
		this.along.put(id, this.along.getOrDefault(with, with));
		leaveOut(id);
	}

	private void leaveOut(ObjectId id) {
		put(id, Optional.ofNullable(this.before.get(id)));
	}

	private void put(ObjectId id, Optional<SchemaObject> object) {
		if (!this.instead.containsKey(id)) {
			this.instead.put(id, object);
			this.open.add(id);
			if (this.differences.get(id) instanceof Difference.Altered altered
					&& altered.was() instanceof ColumnObject was && altered.object() instanceof ColumnObject to
					&& PartlyAccepted.leavesNull(was, to, object.orElseThrow())) {
				ObjectId notNull = NotNullObject.idOf(was.name());
				if (this.differences.containsKey(notNull) && !this.lines.containsKey(notNull)) {
					leaveOut(notNull, id);
				}
			}
		}
	}

	/**
	 * Keeps an accepted difference that others need.
	 */
	private void keep(ObjectId id, List<ObjectId> others) {
		Set<String> kept = texts(this.along.getOrDefault(id, id));
		kept.retainAll(this.accepted);
		Set<String> needing = new TreeSet<>();
		others.forEach((other) -> needing.addAll(texts(Objects.requireNonNull(said(other)))));
		needing.removeAll(this.accepted);
		this.needed.add("\"%s\" cannot be left out because of \"%s\"".formatted(String.join("\", \"", kept),
				String.join("\", \"", needing)));
		this.accepted.removeAll(kept);
	}

	private Set<String> texts(ObjectId id) {
		return this.lines.getOrDefault(id, List.of())
			.stream()
			.map(DetectedLine::text)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
