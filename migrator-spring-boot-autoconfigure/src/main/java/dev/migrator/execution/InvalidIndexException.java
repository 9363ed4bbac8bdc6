package dev.migrator.execution;

import dev.migrator.internal.dialect.surroundings.InvalidIndex;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;

/**
 * Thrown when a revision builds an index, and an INVALID index of that name exists that
 * somebody else left or is building.
 */
public class InvalidIndexException extends MigratorException {

	private final String index;

	public InvalidIndexException(Revision revision, InvalidIndex index) {
		super("Revision %s (%s) builds the index %s, and an INVALID index of that name exists already: %s.".formatted(
				revision.id(), revision.source(), index.name(),
				index.beingBuilt() ? "another session is building it now"
						: "an interrupted build left it, not one of this revision"),
				index.beingBuilt()
						? "Find out who builds it (pg_stat_progress_create_index), and wait until that build ends. "
								+ "Then start again."
						: "Make sure that nobody builds it now, and drop it:\n\n    DROP INDEX CONCURRENTLY "
								+ "%s;\n\nThen start again.".formatted(index.name()));
		this.index = index.name();
	}

	/**
	 * Returns the INVALID index.
	 * @return the name in SQL notation
	 */
	public String index() {
		return this.index;
	}

}
