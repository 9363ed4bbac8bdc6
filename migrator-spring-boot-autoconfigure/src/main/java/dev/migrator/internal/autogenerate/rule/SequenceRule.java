package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.situation.NumberSourceChanges;
import dev.migrator.internal.autogenerate.situation.NumberTransfer;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.dialect.text.NextValue;
import dev.migrator.internal.dialect.value.SequenceBounds;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Creates, alters and drops sequences. The column that owns a sequence must exist first,
 * and the default of that column may need the sequence. So the owner is set with a
 * separate operation.
 */
final class SequenceRule implements Rule<SequenceObject> {

	static final String HAVE_NUMBERS = "TODO: existing rows already have numbers; continue after them:\n";

	/**
	 * Returns the start of an existing sequence does not matter any more.
	 */
	@Override
	public Optional<SequenceObject> complete(SequenceObject said, Completion completion) {
		if (!(completion.real().get(said.id()) instanceof SequenceObject known)) {
			return Optional.of(said);
		}
		Sequence there = known.sequence();
		Sequence wanted = said.sequence();
		SequenceOptions is = there.options();
		SequenceOptions to = wanted.options();
		SequenceOptions options = new SequenceOptions(is.start(), to.increment(), either(to.min(), is.min()),
				either(to.max(), is.max()), either(to.cache(), is.cache()), either(to.cycle(), is.cycle()));
		return Optional.of(new SequenceObject(new Sequence(wanted.name(), either(wanted.type(), there.type()), options,
				either(wanted.ownedBy(), there.ownedBy()))));
	}

	private static <T> @Nullable T either(@Nullable T said, @Nullable T there) {
		return (said != null) ? said : there;
	}

	/**
	 * Returns a sequence of a column of the model is left open.
	 */
	@Override
	public boolean isLeftOpen(SequenceObject there, Completion completion) {
		ColumnName owner = there.sequence().ownedBy();
		return owner != null && completion.saidColumn(owner) != null;
	}

	/**
	 * Returns a sequence of a column is dropped with it, or when the column gets an
	 * identity instead.
	 */
	@Override
	public boolean goes(SequenceObject there, RemainingSchema remaining) {
		ColumnName owner = there.sequence().ownedBy();
		return remaining.removes(Droppable.SEQUENCES) || (owner != null && !remaining.keepsNumbers(owner));
	}

	@Override
	public List<UnorderedChange> create(SequenceObject object, Situation situation) {
		Sequence sequence = object.sequence();
		List<UnorderedChange> changes = new ArrayList<>();
		NumberSourceChanges sources = situation.sourceChanges();
		Collection<NumberTransfer> transfers = situation.transfers().ofSequence(object.id());
		if (!transfers.isEmpty() || !sources.nameMeanwhile(sequence.name()).equals(sequence.name())) {
			return takesOver(object, transfers, situation);
		}
		Change create = Change.builder(new CreateSequence(sequence.ownedBy(null), false))
			.detected(added(sequence))
			.remark(sources.isGoingOn(object.id()) ? null : goOn(sequence, situation))
			.remarkBehind(true)
			.undoRemark(sources.keptRows(object.id()))
			.build();
		Rank rank = sources.followsIdentity(object.id()) ? Rank.COUNTS_LEFT : Rank.SEQUENCES;
		changes.add(new UnorderedChange(object, create, rank, create.operation().effects()));
		changes.addAll(owner(object, null, sequence.ownedBy()));
		return changes;
	}

	/**
	 * Creates a sequence that continues from identities, under a temporary name while
	 * these exist.
	 */
	private static List<UnorderedChange> takesOver(SequenceObject object, Collection<NumberTransfer> transfers,
			Situation situation) {
		Sequence sequence = object.sequence();
		ObjectName third = situation.thirdName(sequence.name());
		List<UnorderedChange> changes = new ArrayList<>();
		Change create = Change.of(new CreateSequence(sequence.ownedBy(null).named(third), false), added(sequence));
		changes.add(new UnorderedChange(object, create, Rank.COUNTS_LEFT, Effects.NONE));
		transfers.forEach((transfer) -> changes.add(transfer.toSequence(third)));
		changes
			.add(UnorderedChange.of(object, new RenameObject(ObjectKind.SEQUENCE, third, sequence.name().name()), null)
				.with(Effects.making(List.of(object))));
		changes.addAll(owner(object, null, sequence.ownedBy()));
		return changes;
	}

	/**
	 * Returns the name of a sequence while an identity continues from it.
	 */
	static ObjectName nameMeanwhile(NumberTransfer transfer, Situation situation) {
		ObjectName name = transfer.sequence().name();
		boolean aside = situation.isRemoved(ObjectId.sequence(name)) && transfer.needsName();
		return aside ? situation.thirdName(name) : name;
	}

	/**
	 * Returns the remark for a sequence that takes over the numbers of a table.
	 */
	private static @Nullable String goOn(Sequence sequence, Situation situation) {
		return Stream.concat(numbered(sequence, situation.then()), key(sequence.name(), situation).stream())
			.findFirst()
			.filter(situation::holdsNumbers)
			.map((column) -> HAVE_NUMBERS + AdvisedSql.goOn(sequence, column))
			.orElse(null);
	}

	/**
	 * Finds the key of the table that a sequence is named after.
	 */
	private static Optional<ColumnName> key(ObjectName sequence, Situation situation) {
		return situation.wanted()
			.roots()
			.stream()
			.filter((root) -> root.kind() == ObjectId.Kind.TABLE)
			.filter((table) -> situation.before().has(table))
			.flatMap((table) -> situation.then()
				.partsOf(table, ConstraintObject.class)
				.stream()
				.filter((part) -> part.constraint().rank() == 0)
				.map((part) -> part.constraint().keyColumns())
				.filter((columns) -> columns.size() == 1)
				.map((columns) -> new ColumnName(table.objectName(), columns.get(0))))
			.filter((column) -> NumberSourceChanges.isCalledAfter(sequence, column))
			.findFirst();
	}

	private static String added(Sequence sequence) {
		return "Detected added sequence '%s'".formatted(sequence.name());
	}

	@Override
	public List<UnorderedChange> drop(SequenceObject object, Situation situation) {
		Sequence sequence = object.sequence();
		List<UnorderedChange> changes = new ArrayList<>(owner(object, sequence.ownedBy(), null));
		Collection<NumberTransfer> transfers = situation.transfers().ofSequence(object.id());
		ObjectName name = transfers.stream()
			.map((transfer) -> nameMeanwhile(transfer, situation))
			.filter((other) -> !other.equals(sequence.name()))
			.findFirst()
			.orElse(situation.sourceChanges().nameMeanwhile(sequence.name()));
		Change drop = Change.of(new DropSequence(name, sequence.ownedBy(null).named(name), false, false),
				"Detected removed sequence '%s'".formatted(sequence.name()));
		if (!name.equals(sequence.name())) {
			changes.add(UnorderedChange
				.of(object, new RenameObject(ObjectKind.SEQUENCE, sequence.name(), name.name()), null)
				.with(Effects.removing(List.of(object))));
			changes.add(new UnorderedChange(object, drop, Rank.SEQUENCES_DROPPED, Effects.NONE));
		}
		else {
			changes.add(UnorderedChange.of(object,
					transfers.isEmpty() && !situation.sourceChanges().isLeft(object.id()) ? drop.toBuilder()
						.loss("drops the sequence %s and its position".formatted(sequence.name()))
						.undoRemark(back(sequence, situation))
						.undoRemarkBehind(true)
						.build() : drop));
		}
		return changes;
	}

	/**
	 * Returns the remark for a sequence that is created again for existing rows.
	 */
	private static @Nullable String back(Sequence sequence, Situation situation) {
		return numbered(sequence, situation.before())
			.filter((column) -> situation.holdsNumbers(column) && situation.then().has(ObjectId.column(column)))
			.findFirst()
			.map((column) -> HAVE_NUMBERS + AdvisedSql.goOn(sequence, column))
			.orElse(null);
	}

	/**
	 * Returns the columns that have numbers of a sequence, according to the schema.
	 */
	private static Stream<ColumnName> numbered(Sequence sequence, SchemaObjects side) {
		return Stream.concat(Stream.ofNullable(sequence.ownedBy()),
				side.all(DefaultObject.class)
					.stream()
					.filter((value) -> NextValue.sequence(value.value())
						.filter(NextValue.text(sequence.name())::equals)
						.isPresent())
					.map(DefaultObject::column));
	}

	private static List<UnorderedChange> owner(SequenceObject sequence, @Nullable ColumnName from,
			@Nullable ColumnName to) {
		ObjectName name = sequence.sequence().name();
		List<UnorderedChange> changes = new ArrayList<>();
		if (from != null) {
			changes.add(UnorderedChange.of(sequence, new AlterOwningColumn(name, null, Existing.known(from)), null));
		}
		if (to != null) {
			changes.add(UnorderedChange.of(sequence, new AlterOwningColumn(name, to, Existing.known(null)), null));
		}
		return changes;
	}

	@Override
	public List<UnorderedChange> alter(SequenceObject was, SequenceObject to, Situation situation) {
		Sequence sequence = to.sequence();
		DataType typeWas = Objects.requireNonNullElse(was.sequence().type(), Types.bigint());
		DataType type = Objects.requireNonNullElse(sequence.type(), Types.bigint());
		SequenceOptions before = was.sequence().options().inFull(typeWas);
		SequenceOptions after = sequence.options().inFull(type);
		List<Change> counting = new ArrayList<>();
		if (!before.equals(after)) {
			AlterSequence alter = new AlterSequence(sequence.name(), null, after.unless(before), null,
					before.unless(after), after.isBeyond(before));
			Change change = Change.builder(alter)
				.remark(restart(after, before))
				.undoRemark(restart(before, after))
				.build();
			counting.addAll(after.isBeyond(before) ? List.of(change)
					: new Bounds(SequenceBounds.of(sequence.name(), before, after, type),
							SequenceBounds.of(sequence.name(), after, before, typeWas),
							situation.sourceChanges().numberedBy(to))
						.around(change));
		}
		if (!type.equals(typeWas)) {
			// The numbers must fit both types, in the downgrade too.
			counting.add(greatest(type) > greatest(typeWas) ? 0 : counting.size(),
					Change.of(new AlterSequence(sequence.name(), type, SequenceOptions.DEFAULT, typeWas,
							SequenceOptions.DEFAULT)));
		}
		ColumnName owner = sequence.ownedBy();
		ColumnName ownerWas = was.sequence().ownedBy();
		List<UnorderedChange> changes = new ArrayList<>();
		// No object that needs a sequence waits for a change of its options.
		counting.forEach((change) -> changes.add(new UnorderedChange(to, change, Rank.SEQUENCES, Effects.NONE)));
		if (!Objects.equals(owner, ownerWas)) {
			changes.addAll(owner(to, ownerWas, owner));
		}
		if (!changes.isEmpty()) {
			changes.set(0, changes.get(0).withDetected("Detected changed sequence '%s'".formatted(sequence.name())));
		}
		return changes;
	}

	/**
	 * Returns the remark for the case that none of the numbers is possible any more.
	 */
	static @Nullable String restart(SequenceOptions to, SequenceOptions was) {
		return to.isBeyond(was)
				? ("its numbers start again at %s, because none of its earlier numbers is within the new bounds. Existing rows may\n"
						+ "already have the numbers that it gives now")
					.formatted(to.start())
				: null;
	}

	private static long greatest(DataType type) {
		return Objects.requireNonNull(SequenceOptions.DEFAULT.inFull(type).max());
	}

}
