package dev.migrator.execution;

import dev.migrator.internal.dialect.surroundings.InvalidIndex;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a revision builds an index, and there is an INVALID one of that name that
 * somebody else left, or builds.
 */
public class InvalidIndexException extends MigratorException {

	private final String index;

	public InvalidIndexException(Revision revision, InvalidIndex index) {
		super("Revision %s (%s) builds the index %s, and there is an INVALID index of that name already: %s.".formatted(
				revision.id(), revision.source(), index.name(),
				index.beingBuilt() ? "one that somebody builds right now"
						: "what is left of a build that was broken off, not by this revision"),
				index.beingBuilt()
						? "See who builds it (pg_stat_progress_create_index), and let that end. Then start again."
						: "See that nobody builds it now, and drop it:\n\n    DROP INDEX CONCURRENTLY %s;\n\nThen start again."
							.formatted(index.name()));
		this.index = index.name();
	}

	/**
	 * The INVALID index.
	 * @return its name, as SQL writes it
	 */
	public String index() {
		return this.index;
	}

}
