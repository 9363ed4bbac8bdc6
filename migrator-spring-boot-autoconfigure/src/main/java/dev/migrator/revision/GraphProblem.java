package dev.migrator.revision;

import java.util.List;

/**
 * One reason why revisions do not form a graph.
 *
 * @param kind what is wrong
 * @param revisions ids of the revisions that have the problem; those on a cycle in the
 * order of the cycle, from child to parent
 * @param sources the sources of these revisions, in the same order
 * @param description what is wrong, where, and why
 * @param action what to do about it
 */
public record GraphProblem(Kind kind, List<String> revisions, List<String> sources, String description, String action) {

	public GraphProblem {
		revisions = List.copyOf(revisions);
		sources = List.copyOf(sources);
	}

	/**
	 * The kinds of problems of a graph.
	 */
	public enum Kind {

		/**
		 * An id that cannot be used in targets.
		 */
		ILLEGAL_ID,

		/**
		 * A branch label that cannot be used in targets.
		 */
		ILLEGAL_LABEL,

		/**
		 * Two revisions have the same id.
		 */
		DUPLICATE_ID,

		/**
		 * Two revisions declare the same label, or a label is the id of a revision.
		 */
		DUPLICATE_LABEL,

		/**
		 * A revision follows a revision that does not exist.
		 */
		MISSING_DOWN_REVISION,

		/**
		 * A revision depends on a revision that does not exist.
		 */
		MISSING_DEPENDENCY,

		/**
		 * A revision follows or depends on itself.
		 */
		SELF_LOOP,

		/**
		 * Revisions follow each other in a circle.
		 */
		CYCLE,

		/**
		 * Revisions wait for each other in a circle in which at least one depends on the
		 * next.
		 */
		DEPENDENCY_CYCLE

	}

}
