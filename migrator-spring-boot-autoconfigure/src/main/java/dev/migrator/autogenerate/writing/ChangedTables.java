package dev.migrator.autogenerate.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.EnumColumn;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RebuildEnum;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.SchemaObjects;

/**
 * What has to be known of a list of changes to tell what may run after all of it.
 */
final class ChangedTables {

	private final Set<ObjectName> created = new HashSet<>();

	private final Set<ObjectName> partitioned = new HashSet<>();

	/** Columns that go, or get another type, on the way or back. */
	private final Map<ObjectName, Set<String>> disturbed = new HashMap<>();

	/** Names that tables, indexes and sequences share, given in the first revision. */
	private final Set<ObjectName> given = new HashSet<>();

	private ChangedTables() {
	}

	static ChangedTables of(List<Change> changes, SchemaObjects real) {
		ChangedTables tables = new ChangedTables();
		real.tables()
			.stream()
			.filter((table) -> table.partitionBy() != null)
			.forEach((table) -> tables.partitioned.add(table.name()));
		changes.forEach((change) -> tables.tables(change.operation()));
		changes.forEach((change) -> tables.columns(change.operation()));
		changes.forEach((change) -> tables.names(change.operation()));
		return tables;
	}

	private void tables(Operation operation) {
		if (operation instanceof CreateTable create) {
			this.created.add(create.table().name());
		}
		if (operation instanceof RenameObject rename && rename.kind() == ObjectKind.TABLE
				&& this.partitioned.remove(rename.name())) {
			this.partitioned.add(rename.name().sibling(rename.to()));
		}
	}

	private void columns(Operation operation) {
		if (operation instanceof DropColumn drop) {
			disturb(List.of(new ColumnName(drop.table(), drop.column())));
		}
		if (operation instanceof ChangeType change) {
			disturb(List.of(change.column()));
		}
		if (operation instanceof RebuildEnum rebuild) {
			disturb(rebuild.columns().stream().map(EnumColumn::column).toList());
		}
		if (operation instanceof AddEnumValue add) {
			disturb(add.columns().stream().map(EnumColumn::column).toList());
		}
	}

	private void disturb(Collection<ColumnName> columns) {
		columns.forEach((column) -> this.disturbed.computeIfAbsent(column.table(), (table) -> new HashSet<>())
			.add(column.column()));
	}

	private void names(Operation operation) {
		if (operation instanceof CreateTable create) {
			Table table = create.table();
			this.given.add(table.name());
			List<String> names = new ArrayList<>(table.constraints().stream().map(Constraint::name).toList());
			names.addAll(table.indexes().stream().map(Index::name).toList());
			names.forEach((name) -> this.given.add(table.name().sibling(name)));
		}
		if (operation instanceof CreateSequence create) {
			this.given.add(create.sequence().name());
		}
		if (operation instanceof RenameObject rename) {
			this.given.add(rename.name().sibling(rename.to()));
		}
		if (operation instanceof RenameConstraint rename) {
			this.given.add(rename.table().sibling(rename.to()));
		}
		if (operation instanceof CreateIndex create && !isOnline(create.index().table())) {
			this.given.add(create.index().qualifiedName());
		}
		if (operation instanceof AddConstraint add
				&& (add.constraint() instanceof Exclusion || !isOnline(add.table()))) {
			this.given.add(add.table().sibling(add.constraint().name()));
		}
	}

	boolean isCreated(ObjectName table) {
		return this.created.contains(table);
	}

	/**
	 * Whether PostgreSQL builds no index of a table while others write.
	 */
	boolean isPartitioned(ObjectName table) {
		return this.partitioned.contains(table);
	}

	/**
	 * Whether a table may have rows, and its indexes can be built while others write.
	 */
	boolean isOnline(ObjectName table) {
		return !isCreated(table) && !isPartitioned(table);
	}

	/**
	 * Whether an index may stay until the first revision has run, and come back before
	 * that is undone.
	 */
	boolean mayStay(Index index) {
		return isOnline(index.table()) && !this.given.contains(index.qualifiedName())
				&& !ExpressionColumns.isOver(index, this.disturbed.getOrDefault(index.table(), Set.of()));
	}

}
