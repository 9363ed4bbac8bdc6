package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;

/**
 * Tables that come and go, and the foreign keys between all of them.
 */
final class TableChanges {

	private final Map<ObjectName, TableComparison> compared;

	private final ChangeList changes;

	TableChanges(Map<ObjectName, TableComparison> compared, ChangeList changes) {
		this.compared = compared;
		this.changes = changes;
	}

	/**
	 * A foreign key that cannot be there all the time is added when everything else is.
	 */
	void create(Collection<Table> added) {
		Set<ObjectName> created = new HashSet<>();
		for (Table table : TableOrder.referencedFirst(added)) {
			created.add(table.name());
			List<ForeignKey> late = TableOrder.foreignKeys(table)
				.stream()
				.filter((key) -> !created.contains(key.table()) && !isKept(key))
				.toList();
			this.changes.add(Phase.TABLES, new CreateTable(without(table, late), false),
					"Detected added table '%s'".formatted(table.name()));
			late.forEach((key) -> this.changes.add(Phase.FOREIGN_KEYS, new AddConstraint(table.name(), key, false)));
		}
	}

	/**
	 * Whether what a foreign key references is there before, after and in between.
	 */
	private boolean isKept(ForeignKey key) {
		TableComparison table = this.compared.get(key.table());
		return table != null && table.keeps(key.referenced()) && table.hasKey(key.referenced());
	}

	/**
	 * The other way round, so that the downgrade can create them: a foreign key that a
	 * new table could not have from the beginning is dropped before.
	 * @param removed the tables
	 * @param early those that keep something that is needed
	 */
	void drop(Collection<Table> removed, Set<ObjectName> early) {
		List<Table> order = new ArrayList<>(TableOrder.referencedFirst(removed));
		Collections.reverse(order);
		order.sort(Comparator.comparing((table) -> !early.contains(table.name())));
		Set<ObjectName> names = order.stream().map(Table::name).collect(Collectors.toSet());
		Set<ObjectName> dropped = new HashSet<>();
		for (Table table : order) {
			List<ForeignKey> before = TableOrder.foreignKeys(table)
				.stream()
				.filter((key) -> names.contains(key.table()) ? dropped.contains(key.table()) : !isKept(key))
				.toList();
			dropped.add(table.name());
			before.forEach((key) -> drop(table.name(), key));
			Phase phase = early.contains(table.name()) ? Phase.DROPPED_EARLY : Phase.TABLES_DROPPED;
			this.changes.add(phase,
					Change
						.of(new DropTable(table.name(), without(table, before), false, false),
								"Detected removed table '%s'".formatted(table.name()))
						.withLoss("drops the table %s with its rows".formatted(table.name())));
		}
	}

	private static Table without(Table table, List<ForeignKey> keys) {
		if (keys.isEmpty()) {
			return table;
		}
		Set<Constraint> left = new HashSet<>(keys);
		return new Table(table.name(), table.columns(),
				table.constraints().stream().filter((constraint) -> !left.contains(constraint)).toList(),
				table.indexes(), table.unlogged(), table.partitionBy(), table.comment());
	}

	private void drop(ObjectName table, ForeignKey key) {
		this.changes.add(Phase.FOREIGN_KEYS_DROPPED, new DropConstraint(table, key.name(), key, false, false, false));
	}

	/**
	 * The foreign keys that stay: one of which the columns, or the key that they
	 * reference, are in motion goes for as long as that takes.
	 * @param untouched tables of the database that are not compared
	 * @param removed names of those that go
	 */
	void keep(Collection<Table> untouched, Set<ObjectName> removed) {
		for (TableComparison table : this.compared.values()) {
			ObjectName name = table.real().name();
			Set<String> disturbed = table.columns().disturbed();
			Set<String> gone = table.columns().removed().keySet();
			for (TableComparison.StayingKey key : table.foreignKeys()) {
				boolean moves = key.real().columns().stream().anyMatch(disturbed::contains);
				boolean goes = key.real().columns().stream().anyMatch(gone::contains);
				keep(name, key, moves, !goes && !removed.contains(key.real().table()));
			}
		}
		for (Table table : untouched) {
			TableOrder.foreignKeys(table)
				.forEach((key) -> keep(table.name(), new TableComparison.StayingKey(key, key), false,
						!removed.contains(key.table())));
		}
	}

	private void keep(ObjectName name, TableComparison.StayingKey key, boolean moves, boolean stays) {
		TableComparison referenced = this.compared.get(key.real().table());
		boolean keyStays = referenced == null || referenced.keeps(key.real().referenced());
		boolean possible = referenced == null
				|| (TableComparison.hasKey(referenced.wanted(), key.real().referenced()) || (keyStays && stays));
		if (!moves && stays && keyStays) {
			if (!key.real().name().equals(key.as().name())) {
				this.changes.add(Phase.OBJECTS_RENAMED, new RenameConstraint(name, key.real().name(), key.as().name()),
						"Detected renamed constraint '%s' to '%s' on table '%s'".formatted(key.real().name(),
								key.as().name(), name));
			}
			return;
		}
		if (stays && possible) {
			drop(name, key.real());
			this.changes.add(Phase.FOREIGN_KEYS, new AddConstraint(name, key.as(), false));
		}
		else if (goesWithItsColumns(name, key.real())) {
			drop(name, key.real());
		}
		else {
			this.changes.add(Phase.FOREIGN_KEYS_DROPPED,
					Change
						.of(new DropConstraint(name, key.real().name(), key.real(), false, false, false),
								Detected.removed(name, key.real()))
						.withLoss("drops the foreign key %s of %s, which references %s".formatted(key.real().name(),
								name, key.real().table())));
		}
	}

	private boolean goesWithItsColumns(ObjectName name, ForeignKey key) {
		TableComparison table = this.compared.get(name);
		return table != null && table.columns().removed().keySet().containsAll(key.columns());
	}

}
