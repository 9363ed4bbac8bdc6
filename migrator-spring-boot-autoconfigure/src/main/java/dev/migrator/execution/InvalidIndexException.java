package dev.migrator.execution;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a revision builds an index, and there is an INVALID one of that name that
 * somebody else left.
 */
public class InvalidIndexException extends MigratorException {

	private final String index;

	InvalidIndexException(Revision revision, String index) {
		super("Revision %s (%s) builds the index %s, and there is an INVALID index of that name already: what is left of a build that was broken off, not by this revision."
			.formatted(revision.id(), revision.source(), index),
				"See that nobody builds it now, and drop it:\n\n    DROP INDEX CONCURRENTLY %s;\n\nThen start again."
					.formatted(index));
		this.index = index;
	}

	/**
	 * The INVALID index.
	 * @return its name, as SQL writes it
	 */
	public String index() {
		return this.index;
	}

}
