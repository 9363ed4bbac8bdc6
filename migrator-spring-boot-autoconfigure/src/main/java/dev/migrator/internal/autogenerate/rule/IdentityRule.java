package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.NumberTransfer;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.value.SequenceBounds;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.Existing;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;

/**
 * Adds, changes and drops identities of columns.
 */
final class IdentityRule implements Rule<IdentityObject> {

	/**
	 * Returns the model leaves the options of the numbers open.
	 */
	@Override
	public Optional<IdentityObject> complete(IdentityObject said, Completion completion) {
		ColumnName name = said.column();
		if (completion.isComputed(name) || completion.isNumbered(name)) {
			return Optional.empty();
		}
		boolean open = said.identity().options().equals(SequenceOptions.DEFAULT);
		if (!open || !(completion.real().get(said.id()) instanceof IdentityObject there)) {
			return Optional.of(said);
		}
		return Optional.of(new IdentityObject(name,
				said.identity().always() ? new Identity(true, there.identity().options()) : there.identity(),
				said.type()));
	}

	@Override
	public boolean isLeftOpen(IdentityObject there, Completion completion) {
		ColumnObject said = completion.saidColumn(there.column());
		return said != null && !completion.isComputed(there.column()) && completion.isValueOpen(there.column())
				&& !completion.isCounted(there.column()) && said.type() instanceof BuiltInType builtIn
				&& builtIn.type().countsUp();
	}

	@Override
	public List<UnorderedChange> create(IdentityObject identity, Situation situation) {
		boolean found = !situation.isAdded(identity.parent());
		AlterIdentity add = new AlterIdentity(identity.column(), identity.identity(), Existing.known(null));
		UnorderedChange proposed = UnorderedChange.of(identity, add, found ? detected(identity) : null);
		NumberTransfer transfer = situation.transfers().ofIdentity(identity.id());
		if (transfer == null) {
			Change change = proposed.change()
				.toBuilder()
				.remark(situation.sourceChanges().leftOver(identity))
				.undoRemark(situation.sourceChanges().keptRows(identity.id()))
				.build();
			return List.of(new UnorderedChange(identity, change, proposed.rank(), proposed.effects()));
		}
		return List.of(proposed, transfer.toIdentity(SequenceRule.nameMeanwhile(transfer, situation)));
	}

	@Override
	public List<UnorderedChange> drop(IdentityObject identity, Situation situation) {
		boolean found = !situation.isRemoved(identity.parent());
		UnorderedChange drop = UnorderedChange.of(identity,
				new AlterIdentity(identity.column(), null, Existing.known(identity.identity())),
				found ? detected(identity) : null);
		UnorderedChange gone = new UnorderedChange(identity, drop.change(),
				situation.sourceChanges().outlivesTables(identity) ? Rank.COLUMNS_DROPPED : drop.rank(),
				drop.effects());
		NumberTransfer transfer = situation.transfers().ofIdentity(identity.id());
		// A new identity takes over by itself.
		return (transfer == null || situation.isAdded(ObjectId.sequence(transfer.sequence().name()))) ? List.of(gone)
				: List.of(transfer.toSequence(transfer.sequence().name()), gone);
	}

	@Override
	public List<UnorderedChange> alter(IdentityObject was, IdentityObject to, Situation situation) {
		SequenceOptions counted = was.identity().options();
		SequenceOptions counts = to.identity().options();
		Identity from = new Identity(was.identity().always(), counted.beside(counts, to.type()));
		Identity next = new Identity(to.identity().always(), counts.beside(counted, to.type()));
		Change change = Change.builder(new AlterIdentity(to.column(), next, Existing.known(from)))
			.detected(detected(to))
			.remark(SequenceRule.restart(next.options(), from.options()))
			.undoRemark(SequenceRule.restart(from.options(), next.options()))
			.build();
		SequenceOptions before = counted.inFull(was.type());
		SequenceOptions after = counts.inFull(to.type());
		if (after.isBeyond(before)) {
			return List.of(UnorderedChange.of(to, change));
		}
		Rank rank = Rank.of(change.operation());
		return new Bounds(SequenceBounds.of(to.column(), before, after, to.type()),
				SequenceBounds.of(to.column(), after, before, was.type()), List.of(to.column()))
			.around(change)
			.stream()
			.map((part) -> new UnorderedChange(to, part, rank, part.operation().effects()))
			.toList();
	}

	private static String detected(IdentityObject identity) {
		return DetectedText.column("identity on column", identity.column().table(), identity.column().column());
	}

	@Override
	public Optional<Disturbance> suffers(IdentityObject identity, ObjectId need, Disturbance disturbance) {
		return (disturbance == Disturbance.DROPPED) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
