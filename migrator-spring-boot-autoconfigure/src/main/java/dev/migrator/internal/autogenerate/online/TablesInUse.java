package dev.migrator.internal.autogenerate.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameObject;
import dev.migrator.schema.ObjectName;

/**
 * Which tables have rows that others read and write while changes are made, under the
 * names that they get.
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

}
