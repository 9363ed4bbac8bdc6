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
 * All objects, and all that is known of them, when the operations for one are made.
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

	private final Map<ObjectId, KeyDropReason> going = new HashMap<>();

	private final Set<ObjectId> successors = new HashSet<>();

	private final Map<ObjectId, Disturbance> disturbed = new HashMap<>();

	private @Nullable TypeUses uses;

	private @Nullable NumberTransfers handovers;

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
		matches.going().forEach(this::replaces);
	}

	/**
	 * What the database has, under the names that all renames give it.
	 */
	public SchemaObjects before() {
		return this.before;
	}

	/**
	 * What it is to have in the end.
	 */
	public SchemaObjects then() {
		return this.then;
	}

	/**
	 * What is wanted of it.
	 */
	public SchemaObjects wanted() {
		return this.wanted;
	}

	/**
	 * What the author has to know of a constraint or an index that comes.
	 */
	@Nullable public String remark(ObjectId id) {
		return this.matches.remarks().get(id);
	}

	/**
	 * Whether only the database has a constraint or an index, and keeps it.
	 */
	public boolean isKept(ObjectId id) {
		return this.matches.kept().contains(id);
	}

	public Enums enums() {
		return this.enums;
	}

	/**
	 * Says that what was only to be called otherwise is dropped and created instead.
	 */
	public void replaces(KeyObject was, KeyObject to) {
		replaces(was.id(), new KeyDropReason(DetectedText.changed(was, to), null, to.id()));
	}

	private void replaces(ObjectId was, KeyDropReason going) {
		this.going.put(was, going);
		if (going.successor() != null) {
			this.successors.add(going.successor());
		}
	}

	/**
	 * Why a constraint or an index goes.
	 */
	public KeyDropReason going(ObjectId id) {
		return this.going.getOrDefault(id, KeyDropReason.ALONG);
	}

	/**
	 * Whether an object takes the place of one that is said to go.
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
	 * Whether an object is there before and after, and is dropped in between.
	 */
	public boolean isPutBack(@Nullable ObjectId id) {
		return id != null && this.disturbed.get(id) == Disturbance.DROPPED && this.then.has(id);
	}

	/**
	 * Whether an object is not there all the time: it goes, or another one takes its
	 * place.
	 */
	public boolean ends(ObjectId id) {
		return isRemoved(id) || isPutBack(id) || this.disturbed.get(id) == Disturbance.REBUILT;
	}

	/**
	 * The columns and domains of each type.
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
	 * The columns whose numbers come from an identity instead of the sequence of their
	 * default, or the other way round.
	 */
	public NumberTransfers handovers() {
		NumberTransfers known = this.handovers;
		if (known == null) {
			known = NumberTransfers.of(this.before, this.then);
			this.handovers = known;
		}
		return known;
	}

	/**
	 * The columns whose numbers come from something else in any other way.
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
	 * Whether a column was there before, with numbers.
	 */
	public boolean holdsNumbers(ColumnName name) {
		return this.wanted.has(ObjectId.table(name.table()))
				&& this.before.get(ObjectId.column(name)) instanceof ColumnObject column
				&& NUMBERS.contains(column.type());
	}

	/**
	 * A name that neither a relation nor a type of a schema has, before or then.
	 * @param name the name that it is made of
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
	 * What something happens to.
	 */
	public Set<ObjectId> disturbed() {
		return this.disturbed.keySet();
	}

	public @Nullable Disturbance disturbance(ObjectId id) {
		return this.disturbed.get(id);
	}

	/**
	 * Says what happens to an object.
	 * @return whether that was not known
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
	 * The columns of a table that do not stay as they are, or not all the time.
	 */
	public Set<String> disturbedColumns(ObjectId table) {
		return this.disturbed.keySet()
			.stream()
			.filter((id) -> id.kind() == ObjectId.Kind.COLUMN && table.equals(id.in()))
			.map(ObjectId::name)
			.collect(Collectors.toSet());
	}

}
