package dev.migrator.autogenerate.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.dialect.DefaultNames;
import dev.migrator.dialect.DirectiveSql;
import dev.migrator.dialect.TypeConversion;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ChangeIdentity;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.SetNotNull;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Check;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Divides changes into those of a transaction and those that run after it, each by
 * itself. For one list only.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 */
final class OnlineSplit {

	private final ChangedTables tables;

	private final List<Change> inTransaction = new ArrayList<>();

	/** Of the second revision, in this order. */
	private final List<Change> columns = new ArrayList<>();

	private final List<Change> built = new ArrayList<>();

	private final List<Change> dropped = new ArrayList<>();

	private final List<Change> named = new ArrayList<>();

	private final List<Change> foreignKeys = new ArrayList<>();

	/** Names of indexes that are dropped when what takes their place is built. */
	private final Set<ObjectName> droppedLater = new HashSet<>();

	private final Set<ColumnName> requiredLater = new HashSet<>();

	/** What a foreign key cannot reference before the second revision. */
	private final Set<Key> keysLater = new HashSet<>();

	OnlineSplit(ChangedTables tables) {
		this.tables = tables;
	}

	OnlineChanges result() {
		return new OnlineChanges(this.inTransaction,
				Stream.of(this.columns, this.built, this.dropped, this.named, this.foreignKeys)
					.flatMap(List::stream)
					.toList());
	}

	void add(Change change) {
		Operation operation = change.operation();
		if (operation instanceof CreateIndex create) {
			create(change, create);
		}
		else if (operation instanceof DropIndex drop) {
			drop(change, drop);
		}
		else if (operation instanceof SetNotNull set) {
			this.columns.add((change.remark() == null) ? change : change.withRemark(change.remark()
					+ "\nIf VALIDATE fails, fill it behind the ADD CONSTRAINT, which is done by then."));
			this.requiredLater.add(set.column());
		}
		else if (operation instanceof ChangeIdentity identity && this.requiredLater.contains(identity.column())) {
			// PostgreSQL wants the column NOT NULL first
			this.columns.add(change);
		}
		else if (operation instanceof AddConstraint add) {
			constraint(change, add);
		}
		else if (operation instanceof Directive directive && directive.outsideTransaction()) {
			this.columns.add(change);
		}
		else {
			this.inTransaction.add(remarked(change, rewriting(operation)));
		}
	}

	private void create(Change change, CreateIndex create) {
		Index index = create.index();
		if (!this.tables.isOnline(index.table())) {
			this.inTransaction.add(remarked(change, locking(index.table())));
			return;
		}
		String name = nameUntilThen(index);
		this.built.add(with(change, new CreateIndex(index.named(name), true, create.ifNotExists())));
		if (!name.equals(index.name())) {
			this.named.add(Change.of(new RenameObject(ObjectKind.INDEX, index.table().sibling(name), index.name())));
		}
		keyLater(index);
	}

	/**
	 * An index goes when what takes its place is there, which gets its name then.
	 */
	private void drop(Change change, DropIndex drop) {
		Index index = drop.was();
		if (index == null || drop.cascade() || !this.tables.mayStay(index)) {
			this.inTransaction.add(change);
			return;
		}
		this.dropped.add(with(change, new DropIndex(drop.name(), index, true, drop.ifExists(), false)));
		this.droppedLater.add(drop.name());
		keyLater(index);
	}

	private String nameUntilThen(Index index) {
		return this.droppedLater.contains(index.qualifiedName()) ? DefaultNames.replacement(index.name())
				: index.name();
	}

	private void keyLater(Index index) {
		if (index.unique()) {
			this.keysLater
				.add(new Key(index.table(), index.keys().stream().map((key) -> String.valueOf(key.column())).toList()));
		}
	}

	private void constraint(Change change, AddConstraint add) {
		Constraint constraint = add.constraint();
		Index index = constraint.keyIndex(add.table());
		if (constraint instanceof ForeignKey key) {
			foreignKey(change, add, key);
		}
		else if (this.tables.isCreated(add.table()) || add.notValid()) {
			this.inTransaction.add(change);
		}
		else if (constraint instanceof Check) {
			this.inTransaction.add(notValid(change, add));
			this.built.add(validate(add));
		}
		else if (index != null && this.tables.isOnline(add.table())) {
			key(change, add, index);
		}
		else {
			this.inTransaction.add(remarked(change, (constraint instanceof Exclusion)
					? "PostgreSQL builds this while everybody else is locked out" : locking(add.table())));
		}
	}

	private void foreignKey(Change change, AddConstraint add, ForeignKey key) {
		boolean later = this.keysLater.contains(new Key(key.table(), key.referenced()));
		List<Change> when = later ? this.foreignKeys : this.inTransaction;
		boolean split = !add.notValid() && !this.tables.isPartitioned(add.table())
				&& (later || !this.tables.isCreated(add.table()));
		if (!split) {
			when.add(remarked(change, add.notValid() ? null : locking(add.table())));
			return;
		}
		when.add(notValid(change, add));
		this.foreignKeys.add(validate(add));
	}

	private void key(Change change, AddConstraint add, Index index) {
		String name = nameUntilThen(index);
		this.built.add(Change.of(new CreateIndex(index.named(name), true, false)).withUndo(List.of()));
		List<Operation> undo = (change.undo() != null) ? change.undo() : add.reverse().stream().toList();
		this.named.add(with(change, DirectiveSql.usingIndex(add, name)).withUndo(undo));
		keyLater(index);
	}

	private static Change notValid(Change change, AddConstraint add) {
		return with(change, new AddConstraint(add.table(), add.constraint(), true));
	}

	private static Change validate(AddConstraint add) {
		return Change.of(new ValidateConstraint(add.table(), add.constraint().name())).withUndo(List.of());
	}

	private static Change with(Change change, Operation operation) {
		return new Change(operation, change.detected(), change.loss(), change.remark(), change.undo());
	}

	private @Nullable String locking(ObjectName table) {
		return this.tables.isPartitioned(table)
				? "PostgreSQL does this to a partitioned table only while nobody else writes" : null;
	}

	private static @Nullable String rewriting(Operation operation) {
		boolean rewrites = (operation instanceof AddColumn add && isComputed(add.column()))
				|| (operation instanceof ChangeType change && change.was() != null
						&& new TypeConversion(change.was(), change.to()).rewrites());
		return rewrites ? "PostgreSQL rewrites the table here, while everybody else is locked out" : null;
	}

	private static boolean isComputed(Column column) {
		return column.identity() != null || (column.generated() != null && column.generated().stored());
	}

	private static Change remarked(Change change, @Nullable String remark) {
		if (remark == null) {
			return change;
		}
		return change.withRemark((change.remark() != null) ? change.remark() + "\n" + remark : remark);
	}

	/**
	 * Columns of a table that are unique together.
	 */
	private record Key(ObjectName table, Set<String> columns) {

		Key(ObjectName table, List<String> columns) {
			this(table, Set.copyOf(columns));
		}

	}

}
