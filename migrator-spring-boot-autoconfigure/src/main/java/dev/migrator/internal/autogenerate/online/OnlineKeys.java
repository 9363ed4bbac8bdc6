package dev.migrator.internal.autogenerate.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import org.jspecify.annotations.Nullable;

/**
 * Creates the online form of building and dropping indexes and adding constraints, which
 * lets other sessions read and write.
 */
final class OnlineKeys {

	private final TablesInUse tables;

	private final AccessReader access;

	private final Set<ObjectName> postponed;

	OnlineKeys(TablesInUse tables, AccessReader access, Set<ObjectName> postponed) {
		this.tables = tables;
		this.access = access;
		this.postponed = postponed;
	}

	OnlineAlternative create(Change change, CreateIndex create) {
		Index index = create.index();
		if (!this.tables.isOnline(index.table())) {
			Change locking = OnlineAlternatives.remarked(change, locking(index.table()));
			return create.concurrently() ? OnlineAlternative.of(List.of(part(locking, OnlineRank.BUILT)))
					: asItIs(locking, OnlineRank.BUILT);
		}
		String name = nameUntilThen(index);
		List<OnlinePart> parts = new ArrayList<>();
		parts.add(part(with(change, new CreateIndex(index.named(name), true, create.ifNotExists())), OnlineRank.BUILT));
		if (!name.equals(index.name())) {
			Change named = Change.of(new RenameObject(ObjectKind.INDEX, index.table().sibling(name), index.name()));
			parts.add(new OnlinePart(named, OnlineRank.NAMED, this.access.of(change)));
		}
		return OnlineAlternative.of(parts);
	}

	/**
	 * Drops an index when its replacement exists, which then gets its name.
	 */
	OnlineAlternative drop(Change change, DropIndex drop) {
		if (!isPostponable(drop)) {
			return drop.concurrently() ? OnlineAlternative.of(List.of(part(change, OnlineRank.DROPPED)))
					: asItIs(change, OnlineRank.DROPPED);
		}
		List<OnlinePart> later = List.of(part(dropped(change, drop(drop, true)), OnlineRank.DROPPED));
		return this.postponed.contains(drop.name()) ? OnlineAlternative.of(later) : new OnlineAlternative(
				List.of(part(dropped(change, drop(drop, false)), OnlineRank.IN_TRANSACTION)), later);
	}

	/**
	 * Rebuilds the index under its name, so its dependents stay.
	 */
	OnlineAlternative rebuild(Change change, RebuildIndex rebuild) {
		return OnlineAlternative
			.of(List.of(part(with(change, new RebuildIndex(rebuild.index(), true)), OnlineRank.BUILT)));
	}

	/**
	 * Changes the undo. An index that restores settings or a comment is built in the same
	 * way as it is dropped.
	 */
	private static Change dropped(Change change, DropIndex drop) {
		List<Operation> undo = change.undo();
		return with(change, drop).toBuilder()
			.undo((undo != null) ? undo.stream()
				.map((operation) -> (operation instanceof CreateIndex) ? drop.reverse().orElse(operation) : operation)
				.toList() : null)
			.build();
	}

	private static DropIndex drop(DropIndex drop, boolean concurrently) {
		return new DropIndex(drop.name(), drop.was(), concurrently, drop.ifExists(), false);
	}

	/**
	 * Returns whether an index can be dropped while other sessions read and write.
	 */
	boolean isPostponable(DropIndex drop) {
		return drop.was() != null && !drop.cascade() && this.tables.isOnline(drop.was().table());
	}

	private String nameUntilThen(Index index) {
		return this.postponed.contains(index.qualifiedName()) ? DefaultNames.replacement(index.name()) : index.name();
	}

	OnlineAlternative add(Change change, AddConstraint add) {
		Constraint constraint = add.constraint();
		Index index = constraint.keyIndex(add.table());
		if (constraint.isReference()) {
			return foreignKey(change, add);
		}
		if (this.tables.isCreated(add.table()) || readsNothing(add)) {
			return asItIs(change, OnlineRank.NAMED);
		}
		if (constraint.canBeNotValid()) {
			return validated(change, add, OnlineRank.BUILT);
		}
		if (index != null && this.tables.isOnline(add.table())) {
			return key(change, add, index);
		}
		return asItIs(OnlineAlternatives.remarked(change,
				(constraint.isRelation() && index == null)
						? "PostgreSQL builds this here; no other session can read or write the table meanwhile"
						: locking(add.table())),
				OnlineRank.NAMED);
	}

	private static boolean readsNothing(AddConstraint add) {
		return add.constraint().validity() != Validity.VALID;
	}

	private OnlineAlternative foreignKey(Change change, AddConstraint add) {
		if (readsNothing(add)) {
			return asItIs(change, OnlineRank.FOREIGN_KEYS);
		}
		if (this.tables.isPartitioned(add.table())) {
			return asItIs(OnlineAlternatives.remarked(change, locking(add.table())), OnlineRank.FOREIGN_KEYS);
		}
		OnlineAlternative validated = validated(change, add, OnlineRank.FOREIGN_KEYS);
		return this.tables.isCreated(add.table())
				? new OnlineAlternative(asItIs(change, OnlineRank.FOREIGN_KEYS).parts(), validated.later()) : validated;
	}

	private OnlineAlternative validated(Change change, AddConstraint add, OnlineRank when) {
		OnlinePart notValid = part(with(change, new AddConstraint(add.table(), add.constraint(), true)),
				OnlineRank.IN_TRANSACTION);
		OnlinePart validate = part(
				Change.builder(new ValidateConstraint(add.table(), add.constraint().name())).undo(List.of()).build(),
				when);
		return new OnlineAlternative(List.of(notValid, validate), List.of(notValid.notBefore(when), validate));
	}

	/**
	 * Validates outside of the transaction: all rows are read, but no other session has
	 * to wait.
	 */
	OnlineAlternative validate(Change change) {
		return OnlineAlternative.of(List.of(part(change, OnlineRank.FOREIGN_KEYS)));
	}

	private OnlineAlternative key(Change change, AddConstraint add, Index index) {
		String name = nameUntilThen(index);
		Change built = Change.builder(new CreateIndex(index.named(name), true, false)).undo(List.of()).build();
		List<Operation> undo = (change.undo() != null) ? change.undo() : add.reverse().stream().toList();
		Change named = with(change, DirectiveSql.usingIndex(add, name)).toBuilder().undo(undo).build();
		return OnlineAlternative.of(List.of(part(built, OnlineRank.BUILT),
				new OnlinePart(named, OnlineRank.NAMED, this.access.of(change))));
	}

	private OnlinePart part(Change change, OnlineRank rank) {
		return new OnlinePart(change, rank, this.access.of(change));
	}

	private OnlineAlternative asItIs(Change change, OnlineRank later) {
		return OnlineAlternative.asItIs(change, this.access.of(change), later);
	}

	private static Change with(Change change, Operation operation) {
		return change.toBuilder().operation(operation).build();
	}

	private @Nullable String locking(ObjectName table) {
		return this.tables.isPartitioned(table)
				? "the table is partitioned: no other session can write to it while PostgreSQL does this" : null;
	}

}
