package dev.migrator.internal.autogenerate.situation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.NumberSources;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about all objects when a rule proposes operations for one of
 * them.
 */
public final class Situation {

	static final Set<DataType> NUMBERS = Set.of(Types.smallint(), Types.integer(), Types.bigint());

	private final SchemaObjects before;

	private final SchemaObjects then;

	private final SchemaObjects wanted;

	private final KeyMatches matches;

	private final Enums enums;

	private final Map<ObjectId, Difference> differences;

	private final NumberSources numbers;

	private final Map<ObjectId, KeyDropReason> dropReasons = new HashMap<>();

	private final Set<ObjectId> successors = new HashSet<>();

	private final Map<ObjectId, Disturbance> disturbed = new HashMap<>();

	private @Nullable TypeUses uses;

	private @Nullable NumberTransfers transfers;

	private @Nullable NumberSourceChanges sourceChanges;

	public Situation(SchemaObjects before, SchemaObjects then, SchemaObjects wanted, KeyMatches matches, Enums enums,
			Map<ObjectId, Difference> differences, NumberSources numbers) {
		this.before = before;
		this.then = then;
		this.wanted = wanted;
		this.matches = matches;
		this.enums = enums;
		this.differences = differences;
		this.numbers = numbers;
		matches.dropReasons().forEach(this::replaces);
	}

	/**
	 * Returns the objects of the database, with their names after all renames.
	 */
	public SchemaObjects before() {
		return this.before;
	}

	/**
	 * Returns the objects that the database will have in the end.
	 */
	public SchemaObjects then() {
		return this.then;
	}

	/**
	 * Returns the wanted objects.
	 */
	public SchemaObjects wanted() {
		return this.wanted;
	}

	/**
	 * Returns the remark for a new constraint or index.
	 */
	@Nullable public String remark(ObjectId id) {
		return this.matches.remarks().get(id);
	}

	/**
	 * Returns whether only the database has a constraint or an index, and keeps it.
	 */
	public boolean isKept(ObjectId id) {
		return this.matches.kept().contains(id);
	}

	public Enums enums() {
		return this.enums;
	}

	/**
	 * Records that a planned rename is replaced by a drop and a creation.
	 */
	public void replaces(KeyObject was, KeyObject to) {
		replaces(was.id(), new KeyDropReason(DetectedText.changed(was, to), null, to.id()));
	}

	private void replaces(ObjectId was, KeyDropReason reason) {
		this.dropReasons.put(was, reason);
		if (reason.successor() != null) {
			this.successors.add(reason.successor());
		}
	}

	/**
	 * Returns the reason why a constraint or an index is dropped.
	 */
	public KeyDropReason dropReason(ObjectId id) {
		return this.dropReasons.getOrDefault(id, KeyDropReason.ALONG);
	}

	/**
	 * Returns whether an object replaces a dropped one.
	 */
	public boolean isSuccessor(ObjectId id) {
		return this.successors.contains(id);
	}

	public boolean isAdded(@Nullable ObjectId id) {
		return id != null && this.differences.get(id) instanceof Difference.Added;
	}

	public boolean isRemoved(@Nullable ObjectId id) {
		return id != null && this.differences.get(id) instanceof Difference.Removed;
	}

	public Difference.@Nullable Altered altered(ObjectId id) {
		return (this.differences.get(id) instanceof Difference.Altered altered) ? altered : null;
	}

	/**
	 * Returns whether an object exists before and after, but is dropped in between.
	 */
	public boolean isPutBack(@Nullable ObjectId id) {
		return id != null && this.disturbed.get(id) == Disturbance.DROPPED && this.then.has(id);
	}

	/**
	 * Returns whether an object is dropped or replaced.
	 */
	public boolean ends(ObjectId id) {
		return isRemoved(id) || isPutBack(id) || this.disturbed.get(id) == Disturbance.REBUILT;
	}

	/**
	 * Returns the columns and domains of each type.
	 */
	public TypeUses uses() {
		TypeUses known = this.uses;
		if (known == null) {
			known = new TypeUses(this.before, this.then);
			this.uses = known;
		}
		return known;
	}

	/**
	 * Returns the columns that change from the sequence of their default to an identity,
	 * or the other way round.
	 */
	public NumberTransfers transfers() {
		NumberTransfers known = this.transfers;
		if (known == null) {
			known = NumberTransfers.of(this.before, this.then);
			this.transfers = known;
		}
		return known;
	}

	/**
	 * Returns the columns with any other change of the source of their numbers.
	 */
	public NumberSourceChanges sourceChanges() {
		NumberSourceChanges known = this.sourceChanges;
		if (known == null) {
			known = NumberSourceChanges.of(this, this.numbers);
			this.sourceChanges = known;
		}
		return known;
	}

	/**
	 * Returns whether a column existed before, with numbers.
	 */
	public boolean holdsNumbers(ColumnName name) {
		return this.wanted.has(ObjectId.table(name.table()))
				&& this.before.get(ObjectId.column(name)) instanceof ColumnObject column
				&& NUMBERS.contains(column.type());
	}

	/**
	 * Returns a name that no relation and no type has, before or after.
	 * @param name the name that it is derived from
	 */
	public ObjectName thirdName(ObjectName name) {
		return name.sibling(new TemporaryName(name.name())
			.free((other) -> isTaken(this.before, name.sibling(other)) || isTaken(this.then, name.sibling(other))));
	}

	private static boolean isTaken(SchemaObjects side, ObjectName name) {
		return Stream.of(ObjectId.table(name), ObjectId.sequence(name), ObjectId.index(name), ObjectId.type(name))
			.anyMatch(side::has);
	}

	/**
	 * Returns the disturbed objects.
	 */
	public Set<ObjectId> disturbed() {
		return this.disturbed.keySet();
	}

	public @Nullable Disturbance disturbance(ObjectId id) {
		return this.disturbed.get(id);
	}

	/**
	 * Records a disturbance of an object.
	 * @return whether it is new
	 */
	public boolean disturb(ObjectId id, Disturbance disturbance) {
		Disturbance before = this.disturbed.get(id);
		if (before != null && before.compareTo(disturbance) <= 0) {
			return false;
		}
		this.disturbed.put(id, disturbance);
		return true;
	}

	/**
	 * Returns the disturbed columns of a table.
	 */
	public Set<String> disturbedColumns(ObjectId table) {
		return this.disturbed.keySet()
			.stream()
			.filter((id) -> id.kind() == ObjectId.Kind.COLUMN && table.equals(id.in()))
			.map(ObjectId::name)
			.collect(Collectors.toSet());
	}

}
