package dev.migrator.internal.autogenerate.online;

import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;

/**
 * Changes that are divided into two revisions, so that large tables are read and their
 * indexes built while other sessions write. Either revision may be empty. Only existing
 * tables are treated in this way; a table that the changes create has no rows.
 *
 * @param inTransaction the changes that run in a transaction
 * @param after the changes that follow in a revision without a transaction
 */
public record OnlineChanges(List<Change> inTransaction, List<Change> after) {

	public OnlineChanges {
		inTransaction = List.copyOf(inTransaction);
		after = List.copyOf(after);
	}

	/**
	 * Divides changes.
	 * @param changes the changes in an order in which they can run
	 * @param real the objects of the database
	 * @return the same changes for two revisions
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
