package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.text.NextValue;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that change from the sequence of their default to an identity, or the
 * other way round. The new source continues from the present number of the old one. All
 * other changes of the source of numbers are {@link NumberSourceChanges}.
 */
public final class NumberTransfers {

	private final Map<ObjectId, NumberTransfer> byIdentity = new HashMap<>();

	private final Map<ObjectId, List<NumberTransfer>> bySequence = new HashMap<>();

	private NumberTransfers() {
	}

	/**
	 * @param counted the objects of the database, with their names after all renames
	 * @param counts the objects that it will have in the end
	 */
	static NumberTransfers of(SchemaObjects counted, SchemaObjects counts) {
		NumberTransfers all = new NumberTransfers();
		all.add(counted, counts, true);
		all.add(counts, counted, false);
		all.bySequence.forEach((id, transfers) -> {
			if (transfers.size() > 1 || (counted.has(id) && counts.has(id))) {
				transfers.replaceAll(NumberTransfer::ofShared);
			}
			transfers.forEach((transfer) -> all.byIdentity.put(transfer.identity().id(), transfer));
		});
		return all;
	}

	private void add(SchemaObjects sequences, SchemaObjects identities, boolean toIdentity) {
		Map<String, Sequence> known = null;
		for (IdentityObject identity : identities.all(IdentityObject.class)) {
			boolean comes = sequences.has(identity.parent()) && !sequences.has(identity.id());
			DefaultObject value = (comes
					&& sequences.get(ObjectId.defaultOf(identity.column())) instanceof DefaultObject said) ? said
							: null;
			if (value == null) {
				continue;
			}
			known = (known != null) ? known : byText(sequences);
			Sequence sequence = NextValue.sequence(value.value()).map(known::get).orElse(null);
			if (sequence != null && sequences.get(identity.parent()) instanceof ColumnObject column
					&& passes(sequence, column, identity, toIdentity)) {
				this.bySequence.computeIfAbsent(ObjectId.sequence(sequence.name()), (id) -> new ArrayList<>(1))
					.add(new NumberTransfer(identity, sequence, NumberTransfer.Numbers.OF_ONE_COLUMN));
			}
		}
	}

	private static Map<String, Sequence> byText(SchemaObjects objects) {
		Map<String, Sequence> sequences = new HashMap<>();
		objects.all(SequenceObject.class)
			.forEach((object) -> sequences.put(NextValue.text(object.sequence().name()), object.sequence()));
		return sequences;
	}

	/**
	 * Returns whether each number of the old source that the column can store is possible
	 * for the new one.
	 */
	private static boolean passes(Sequence sequence, ColumnObject column, IdentityObject identity, boolean toIdentity) {
		SequenceOptions one = sequence.options().inFull(sequence.type()).heldBy(identity.type()).heldBy(column.type());
		SequenceOptions other = identity.identity().options().inFull(identity.type()).heldBy(column.type());
		return toIdentity ? one.isWithin(other) : other.isWithin(one);
	}

	@Nullable public NumberTransfer ofIdentity(ObjectId identity) {
		return this.byIdentity.get(identity);
	}

	public Collection<NumberTransfer> ofSequence(ObjectId sequence) {
		return this.bySequence.getOrDefault(sequence, List.of());
	}

}
