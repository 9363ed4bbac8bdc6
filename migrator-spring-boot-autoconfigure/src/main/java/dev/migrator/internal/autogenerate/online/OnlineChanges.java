package dev.migrator.internal.autogenerate.online;

import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;

/**
 * The same changes in two revisions, so that large tables are read and their indexes
 * built while others write. Either may be empty. Only tables that are there already are
 * treated in this way; one that the changes create has no rows.
 *
 * @param inTransaction what runs in a transaction
 * @param after what follows in a revision without a transaction
 */
public record OnlineChanges(List<Change> inTransaction, List<Change> after) {

	public OnlineChanges {
		inTransaction = List.copyOf(inTransaction);
		after = List.copyOf(after);
	}

	/**
	 * Divides changes.
	 * @param changes the changes in an order in which they run
	 * @param real what the database has
	 * @return the same for two revisions
	 */
	public static OnlineChanges of(List<Change> changes, SchemaObjects real) {
		TablesInUse tables = TablesInUse.of(changes, real);
		AccessReader access = new AccessReader(changes);
		Set<ObjectName> postponed = PostponedDrops.of(changes, new OnlineAlternatives(tables, access, Set.of()));
		OnlineAlternatives alternatives = new OnlineAlternatives(tables, access, postponed);
		OnlineOrder order = new OnlineOrder();
		changes.forEach((change) -> order.add(alternatives.of(change)));
		return order.changes();
	}

}
