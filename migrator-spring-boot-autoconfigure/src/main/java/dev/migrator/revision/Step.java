package dev.migrator.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: a revision to run, and the change of the version rows in the same
 * transaction. A removed and an added row may be written as one update.
 *
 * @param direction the direction of the step
 * @param revision the revision to apply or to undo; {@code null} in a stamp, which runs
 * nothing
 * @param removedRows the version rows that are removed
 * @param addedRows the version rows that are added; none of them is removed too
 * @param stamped in a stamp, the revisions that its targets name, whether their rows are
 * added or exist already
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
