package dev.migrator.autogenerate.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.NumberSource;
import dev.migrator.dialect.NextValue;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.object.DefaultObject;
import dev.migrator.schema.object.IdentityObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;
import org.jspecify.annotations.Nullable;

/**
 * Columns that have an identity where a sequence counted for their default, or the other
 * way round. The one goes on where the other is.
 */
final class Handovers {

	private final Map<ObjectId, Handover> byIdentity = new HashMap<>();

	private final Map<ObjectId, List<Handover>> bySequence = new HashMap<>();

	private Handovers() {
	}

	/**
	 * @param counted what the database has, under the names that all renames give it
	 * @param counts what it is to have in the end
	 * @param wanted what is wanted of that
	 * @param numbers what the application takes the numbers of columns from
	 */
	static Handovers of(SchemaObjects counted, SchemaObjects counts, SchemaObjects wanted,
			Map<ColumnName, NumberSource> numbers) {
		Handovers all = new Handovers();
		all.add(counted, counts, true);
		all.add(counts, counted, false);
		all.bySequence.forEach((id, handovers) -> {
			if (handovers.size() > 1 || (counted.has(id) && counts.has(id))) {
				handovers.replaceAll(Handover::ofShared);
			}
			handovers.forEach((handover) -> all.byIdentity.put(handover.identity().id(), handover));
		});
		all.addSources(counted, counts, numbers);
		all.addSequencesOfTables(counted, counts, wanted);
		return all;
	}

	/**
	 * Identities that go because the application takes the numbers from a sequence.
	 */
	private void addSources(SchemaObjects counted, SchemaObjects counts, Map<ColumnName, NumberSource> numbers) {
		for (IdentityObject identity : counted.all(IdentityObject.class)) {
			NumberSource source = numbers.get(identity.column());
			if (source != null && source.row() == null && isChanged(identity, counts)
					&& counts.get(ObjectId.sequence(source.from())) instanceof SequenceObject sequence) {
				add(new Handover(identity, sequence.sequence(), false, true));
			}
		}
	}

	/**
	 * Identities that come where an application counted by a sequence: by the name that
	 * it gives to that of a table, nothing else says whose it was.
	 */
	private void addSequencesOfTables(SchemaObjects counted, SchemaObjects counts, SchemaObjects wanted) {
		List<IdentityObject> coming = counts.all(IdentityObject.class)
			.stream()
			.filter((identity) -> isChanged(identity, counted) && !counted.has(ObjectId.defaultOf(identity.column())))
			.toList();
		if (coming.isEmpty()) {
			return;
		}
		Set<String> named = counted.all(DefaultObject.class)
			.stream()
			.flatMap((value) -> NextValue.sequence(value.value()).stream())
			.collect(Collectors.toSet());
		for (SequenceObject object : counted.all(SequenceObject.class)) {
			Sequence sequence = object.sequence();
			if (sequence.ownedBy() == null && !wanted.has(object.id())
					&& !named.contains(NextValue.text(sequence.name()))) {
				coming.stream()
					.filter((identity) -> isCalledAfter(sequence.name(), identity.column().table()))
					.max(Comparator.comparingInt((identity) -> identity.column().table().name().length()))
					.ifPresent((identity) -> add(new Handover(identity, sequence, false, true)));
			}
		}
	}

	private static boolean isChanged(IdentityObject identity, SchemaObjects other) {
		return other.has(ObjectId.column(identity.column())) && !other.has(identity.id());
	}

	private static boolean isCalledAfter(ObjectName sequence, ObjectName table) {
		return sequence.name().startsWith(table.name() + "_") && Objects.equals(sequence.schema(), table.schema());
	}

	private void add(Handover handover) {
		if (this.byIdentity.putIfAbsent(handover.identity().id(), handover) == null) {
			this.bySequence.computeIfAbsent(ObjectId.sequence(handover.sequence().name()), (id) -> new ArrayList<>(1))
				.add(handover);
		}
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
			if (sequence != null && passes(sequence, identity, toIdentity)) {
				this.bySequence.computeIfAbsent(ObjectId.sequence(sequence.name()), (id) -> new ArrayList<>(1))
					.add(new Handover(identity, sequence, false, false));
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
	 * Whether each number of the one is one of the other.
	 */
	private static boolean passes(Sequence sequence, IdentityObject identity, boolean toIdentity) {
		SequenceOptions one = sequence.options().inFull(sequence.type());
		SequenceOptions other = identity.identity().options().inFull(identity.type());
		return toIdentity ? one.isWithin(other) : other.isWithin(one);
	}

	@Nullable Handover ofIdentity(ObjectId identity) {
		return this.byIdentity.get(identity);
	}

	Collection<Handover> ofSequence(ObjectId sequence) {
		return this.bySequence.getOrDefault(sequence, List.of());
	}

}
