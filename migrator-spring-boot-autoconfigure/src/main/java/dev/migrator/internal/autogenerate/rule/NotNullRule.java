package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.TemporaryName;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.ddl.NotNullSql;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * Changes NOT NULL constraints, which exist since PostgreSQL 18. One that holds for all
 * rows is added and dropped with the NOT NULL of its column, by {@link ColumnRule}. One
 * that does not is added and dropped separately.
 */
final class NotNullRule implements Rule<NotNullObject> {

	/**
	 * Entities do not determine the name of a NOT NULL constraint or whether it is
	 * inherited. One that does not hold for all rows does not agree with them.
	 */
	@Override
	public boolean isLeftOpen(NotNullObject there, Completion completion) {
		ColumnObject said = completion.saidColumn(there.column());
		ColumnObject real = completion.realColumn(there.column());
		boolean computed = real != null && real.generated() != null && completion.isComputed(there.column());
		return computed || (said != null && !said.takesNull());
	}

	/**
	 * Returns the operations that make a column NOT NULL.
	 * @param column the column
	 * @param as the wanted constraint, or {@code null} if it is not determined
	 * @param inPrimaryKey whether it will be in a primary key, which child tables must
	 * follow when it is added
	 */
	static List<Operation> keepingOut(ColumnName column, @Nullable NotNullObject as, boolean inPrimaryKey) {
		if (isAdded(as, inPrimaryKey)) {
			return List.of(NotNullSql.add(Objects.requireNonNull(as)));
		}
		List<Operation> operations = new ArrayList<>(List.of(new SetNotNull(column)));
		if (as != null) {
			operations.addAll(detailing(as));
		}
		return operations;
	}

	/**
	 * Returns whether it is added as a constraint. A plain NOT NULL would be added to
	 * child tables too.
	 */
	static boolean isAdded(@Nullable NotNullObject then, boolean inPrimaryKey) {
		return then != null && then.valid() && then.noInherit() && !inPrimaryKey;
	}

	/**
	 * Returns the operations that change a plain {@code NOT NULL} to a given constraint.
	 */
	private static List<Operation> detailing(NotNullObject to) {
		List<Operation> operations = new ArrayList<>();
		if (!DefaultNames.isOfNotNull(to.name(), to.column())) {
			operations.add(new RenameConstraint(to.table(), DefaultNames.notNull(to.column()), to.name()));
		}
		if (to.noInherit()) {
			operations.add(NotNullSql.inherit(to));
		}
		return operations;
	}

	/**
	 * Returns the operations that create it again with its column.
	 */
	static List<Operation> making(NotNullObject lost) {
		return lost.valid() ? detailing(lost) : List.of(NotNullSql.add(lost));
	}

	/**
	 * Returns the change that validates an existing constraint.
	 */
	static Change validation(NotNullObject there) {
		return Change.builder(new ValidateConstraint(there.table(), there.name()))
			.undo(List.of(NotNullSql.drop(there), NotNullSql.add(there)))
			.build();
	}

	@Override
	public List<UnorderedChange> create(NotNullObject notNull, Situation situation) {
		boolean isNew = situation.isAdded(notNull.parent()) || situation.isPutBack(notNull.parent());
		Effects effects = new Effects(Set.of(), Set.of(notNull.id(), constraint(notNull)), Set.of(), Set.of());
		if (!notNull.valid()) {
			Change add = Change.builder(NotNullSql.add(notNull)).detected(isNew ? null : detected(notNull)).build();
			return List.of(new UnorderedChange(notNull, isNew ? add.toBuilder().undo(List.of()).build() : add,
					Rank.SETTINGS, effects));
		}
		if (!isNew && isAdded(notNull, isInPrimaryKey(notNull, situation))) {
			return List.of();
		}
		// The reverse of the creation of the column, or of its NOT NULL, drops all of it.
		return detailing(notNull).stream()
			.map((operation) -> new UnorderedChange(notNull, Change.builder(operation).undo(List.of()).build(),
					Rank.SETTINGS, effects))
			.toList();
	}

	private static boolean isInPrimaryKey(NotNullObject notNull, Situation situation) {
		return situation.then().get(notNull.parent()) instanceof ColumnObject column && column.inPrimaryKey();
	}

	@Override
	public List<UnorderedChange> drop(NotNullObject notNull, Situation situation) {
		if (notNull.valid() || goesAlong(notNull, situation)) {
			return List.of();
		}
		Effects effects = new Effects(Set.of(notNull.id(), constraint(notNull)), Set.of(), Set.of(), Set.of());
		return List.of(new UnorderedChange(notNull, Change.of(NotNullSql.drop(notNull), detected(notNull)),
				Rank.CONSTRAINTS_DROPPED, effects));
	}

	/**
	 * Returns whether an existing one is dropped with its column.
	 */
	static boolean goesAlong(NotNullObject notNull, Situation situation) {
		return situation.disturbance(notNull.parent()) == Disturbance.DROPPED;
	}

	@Override
	public List<UnorderedChange> alter(NotNullObject was, NotNullObject to, Situation situation) {
		List<UnorderedChange> changes = new ArrayList<>();
		if (was.noInherit() && !to.noInherit()) {
			NotNullObject inherited = new NotNullObject(was.column(), was.name(), false, was.valid());
			changes.add(inheriting(inherited, Rank.COLUMNS)
				.with(new Effects(Set.of(), Set.of(ObjectId.notNullOf(was.column())), Set.of(), Set.of())));
		}
		if (!was.name().equals(to.name())) {
			changes.addAll(renaming(was, to, situation));
		}
		if (!was.noInherit() && to.noInherit()) {
			changes.add(inheriting(to, Rank.SETTINGS));
		}
		return changes;
	}

	private static UnorderedChange inheriting(NotNullObject to, Rank rank) {
		return new UnorderedChange(to, Change.of(NotNullSql.inherit(to), detected("changed NOT NULL on column", to)),
				rank, Effects.NONE);
	}

	/**
	 * Renames it, through a temporary name if another constraint has the new name, or
	 * gets the old one.
	 */
	private static List<UnorderedChange> renaming(NotNullObject was, NotNullObject to, Situation situation) {
		String detected = "Detected renamed constraint '%s' to '%s' on table '%s'".formatted(was.name(), to.name(),
				to.table());
		if (!isTaken(to.name(), to, situation.before()) && !isTaken(was.name(), to, situation.then())) {
			return List.of(renaming(to, was.name(), to.name(), detected)
				.with(new Effects(Set.of(constraint(was)), Set.of(constraint(to)), Set.of(), Set.of())));
		}
		String third = new TemporaryName(was.name())
			.free((name) -> isTaken(name, to, situation.before()) || isTaken(name, to, situation.then()));
		return List.of(
				renaming(to, was.name(), third, null)
					.with(new Effects(Set.of(constraint(was)), Set.of(), Set.of(), Set.of())),
				renaming(to, third, to.name(), detected)
					.with(new Effects(Set.of(), Set.of(constraint(to)), Set.of(), Set.of())));
	}

	private static UnorderedChange renaming(NotNullObject to, String from, String name, @Nullable String detected) {
		RenameConstraint rename = new RenameConstraint(to.table(), from, name);
		return new UnorderedChange(to, Change.builder(rename).detected(detected).build(), Rank.COLUMNS, Effects.NONE);
	}

	private static boolean isTaken(String name, NotNullObject of, SchemaObjects side) {
		return side.has(ObjectId.constraint(of.table(), name)) || side.notNulls()
			.stream()
			.anyMatch((other) -> !other.id().equals(of.id()) && other.table().equals(of.table())
					&& other.name().equals(name));
	}

	private static ObjectId constraint(NotNullObject notNull) {
		return ObjectId.constraint(notNull.table(), notNull.name());
	}

	private static String detected(NotNullObject notNull) {
		return detected("NOT NULL, NOT VALID, on column", notNull);
	}

	private static String detected(String what, NotNullObject notNull) {
		return DetectedText.column(what, notNull.table(), notNull.column().column());
	}

	/**
	 * Returns the constraint is dropped first, because a valid constraint cannot become
	 * NOT VALID.
	 */
	@Override
	public boolean isReplaced(NotNullObject was, NotNullObject to, Situation situation) {
		return was.valid() && !to.valid();
	}

	@Override
	public Optional<Disturbance> suffers(NotNullObject notNull, ObjectId need, Disturbance disturbance) {
		return (disturbance == Disturbance.DROPPED) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
