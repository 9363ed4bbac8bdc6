package dev.migrator.internal.autogenerate.revision;

import java.util.List;

import dev.migrator.autogenerate.Change;

/**
 * A generated revision that is not written yet.
 *
 * @param changes its changes, in the order in which they run
 * @param transaction whether it runs in a transaction
 */
public record TriedRevision(List<Change> changes, boolean transaction) {

	public TriedRevision {
		changes = List.copyOf(changes);
	}

}
