package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.NumberSource;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.internal.dialect.text.NextValue;
import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Finds the new source of the numbers of a column, and the possible old ones.
 * <p>
 * The catalog does not contain the source from which an application took numbers. It is
 * assumed to be the identity of the column, or the sequence of its default, or else the
 * sequence that is named after the column, or a row of a dropped table that looks like a
 * generator table.
 */
final class NumberSourceSearch {

	private final Situation situation;

	private final NumberSources numbers;

	/** The sequences, as they are written in defaults. */
	private final Set<String> inDefaults;

	NumberSourceSearch(Situation situation, NumberSources numbers) {
		this.situation = situation;
		this.numbers = numbers;
		this.inDefaults = situation.before()
			.all(DefaultObject.class)
			.stream()
			.flatMap((value) -> NextValue.sequence(value.value()).stream())
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the change of the source of the numbers of a column, if it changes.
	 */
	Optional<NumberSourceChange> of(ColumnName column) {
		return source(column).map((source) -> new NumberSourceChange(column, source, left(column, source)));
	}

	/**
	 * Returns whether a default takes numbers from a sequence before the revision.
	 */
	boolean wasInDefault(ObjectName sequence) {
		return this.inDefaults.contains(NextValue.text(sequence));
	}

	/**
	 * Returns whether the default of a column takes numbers from an existing sequence
	 * before the revision.
	 */
	boolean hadDefaultSequence(ColumnName column) {
		return defaultSequence(this.situation.before(), column) != null;
	}

	/**
	 * Returns the new source of the numbers of a column, if it changes.
	 */
	private Optional<NumberCounter> source(ColumnName column) {
		boolean identityGoes = isIdentity(this.situation.before(), column)
				&& !isIdentity(this.situation.then(), column);
		if (isIdentity(this.situation.then(), column)) {
			boolean comes = !isIdentity(this.situation.before(), column)
					&& defaultSequence(this.situation.before(), column) == null;
			return comes ? Optional.of(identity(this.situation.then(), column)) : Optional.empty();
		}
		NumberSource source = this.numbers.all().get(column);
		if (source == null) {
			return sourceOfDefault(column);
		}
		boolean repeats = this.numbers.repeating().contains(column);
		if (source instanceof NumberSource.OfRow it) {
			ObjectId table = ObjectId.table(it.from());
			boolean changes = identityGoes || repeats || this.situation.isAdded(table);
			return (changes && this.situation.wanted().has(table)) ? Optional.of(it.row()) : Optional.empty();
		}
		ObjectId id = ObjectId.sequence(source.from());
		boolean changes = identityGoes || repeats || this.situation.isAdded(id);
		return (changes && this.situation.wanted().get(id) instanceof SequenceObject to)
				? Optional.of(sequence(to, this.situation.isAdded(id))) : Optional.empty();
	}

	/**
	 * Returns the sequence of a new default, if it replaces that of an old one. If its
	 * bounds are narrower than those of the old one, the author must decide.
	 */
	private Optional<NumberCounter> sourceOfDefault(ColumnName column) {
		SequenceObject was = defaultSequence(this.situation.before(), column);
		SequenceObject to = defaultSequence(this.situation.then(), column);
		if (was == null || to == null || was.id().equals(to.id())
				|| !(this.situation.before().get(ObjectId.column(column)) instanceof ColumnObject object)) {
			return Optional.empty();
		}
		boolean fits = options(was).heldBy(object.type()).isWithin(options(to));
		return fits ? Optional.of(sequence(to, this.situation.isAdded(to.id()))) : Optional.empty();
	}

	private static SequenceOptions options(SequenceObject object) {
		return object.sequence().options().inFull(object.sequence().type());
	}

	/**
	 * Returns the possible old sources of the numbers of a column.
	 */
	private List<NumberCounter> left(ColumnName column, NumberCounter to) {
		SchemaObjects before = this.situation.before();
		if (isIdentity(before, column)) {
			return List.of(identity(before, column));
		}
		SequenceObject known = defaultSequence(this.situation.before(), column);
		List<NumberCounter> left = new ArrayList<>();
		for (SequenceObject object : before.all(SequenceObject.class)) {
			boolean isLeft = (known != null) ? object.id().equals(known.id()) : isOf(column, object);
			if (isLeft && !(to instanceof NumberCounter.OfSequence it && it.name().equals(object.sequence().name()))) {
				left.add(sequence(object, false));
			}
		}
		return left;
	}

	private boolean isOf(ColumnName column, SequenceObject object) {
		ObjectName name = object.sequence().name();
		ColumnName owner = object.sequence().ownedBy();
		return NumberSourceChanges.isCalledAfter(name, column) && (owner == null || owner.equals(column))
				&& !wasInDefault(name)
				&& this.numbers.all()
					.entrySet()
					.stream()
					.noneMatch((source) -> !source.getKey().equals(column) && source.getValue().from().equals(name));
	}

	private static @Nullable SequenceObject defaultSequence(SchemaObjects side, ColumnName column) {
		return (side.get(ObjectId.defaultOf(column)) instanceof DefaultObject value) ? NextValue.sequence(value.value())
			.flatMap((text) -> side.all(SequenceObject.class)
				.stream()
				.filter((object) -> NextValue.text(object.sequence().name()).equals(text))
				.findFirst())
			.orElse(null) : null;
	}

	private static boolean isIdentity(SchemaObjects side, ColumnName column) {
		return side.has(ObjectId.identityOf(column));
	}

	private static NumberCounter identity(SchemaObjects side, ColumnName column) {
		IdentityObject identity = (IdentityObject) Objects.requireNonNull(side.get(ObjectId.identityOf(column)));
		return new NumberCounter.OfIdentity(column, identity.identity().options().isDown());
	}

	private NumberCounter sequence(SequenceObject object, boolean created) {
		return new NumberCounter.OfSequence(object.sequence().name(), object.sequence().options(), created);
	}

}
