package dev.migrator.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: a revision to run, and what becomes of the version rows in the same
 * transaction. A row that goes while another comes may be written as an update.
 *
 * @param direction which way the step goes
 * @param revision the revision to apply or to undo; {@code null} in a stamp, which runs
 * nothing
 * @param removedRows the version rows that go
 * @param addedRows the version rows that come; none of them is among those that go
 * @param stamped in a stamp, the revisions that its targets name, whether their rows come
 * or were there
 */
public record Step(Direction direction, @Nullable Revision revision, List<String> removedRows, List<String> addedRows,
		List<String> stamped) {

	public Step {
		removedRows = List.copyOf(removedRows);
		addedRows = List.copyOf(addedRows);
		stamped = List.copyOf(stamped);
	}

	Step(Direction direction, Revision revision, List<String> removedRows, List<String> addedRows) {
		this(direction, revision, removedRows, addedRows, List.of());
	}

}
