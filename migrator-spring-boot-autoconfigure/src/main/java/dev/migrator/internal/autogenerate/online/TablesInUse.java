package dev.migrator.internal.autogenerate.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.ObjectName;

/**
 * Knows which tables have rows that other sessions read and write during the changes, by
 * their new names.
 */
final class TablesInUse {

	private final Set<ObjectName> created = new HashSet<>();

	private final Set<ObjectName> partitioned = new HashSet<>();

	private TablesInUse() {
	}

	static TablesInUse of(List<Change> changes, SchemaObjects real) {
		TablesInUse tables = new TablesInUse();
		real.tables()
			.stream()
			.filter((table) -> table.partitionBy() != null)
			.forEach((table) -> tables.partitioned.add(table.name()));
		changes.forEach((change) -> tables.add(change.operation()));
		return tables;
	}

	private void add(Operation operation) {
		if (operation instanceof CreateTable create) {
			this.created.add(create.table().name());
		}
		if (operation instanceof RenameObject rename && rename.kind() == ObjectKind.TABLE
				&& this.partitioned.remove(rename.name())) {
			this.partitioned.add(rename.name().sibling(rename.to()));
		}
	}

	boolean isCreated(ObjectName table) {
		return this.created.contains(table);
	}

	/**
	 * Returns whether PostgreSQL cannot build an index of the table while other sessions
	 * write.
	 */
	boolean isPartitioned(ObjectName table) {
		return this.partitioned.contains(table);
	}

	/**
	 * Returns whether a table may have rows, and its indexes can be built while other
	 * sessions write.
	 */
	boolean isOnline(ObjectName table) {
		return !isCreated(table) && !isPartitioned(table);
	}

}
