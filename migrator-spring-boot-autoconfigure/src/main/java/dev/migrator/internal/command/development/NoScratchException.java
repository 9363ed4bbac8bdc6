package dev.migrator.internal.command.development;

import dev.migrator.problem.MigratorException;

/**
 * Thrown if the model is to be compared with the revisions in a scratch database, and
 * there can be none.
 */
final class NoScratchException extends MigratorException {

	private static final long serialVersionUID = 1L;

	private final String obstacle;

	NoScratchException(String obstacle) {
		super("The revisions cannot be applied to a scratch database: " + obstacle,
				"Allow the role of the migrator to create databases (ALTER ROLE ... CREATEDB), or let migrator.url, "
						+ "migrator.username and migrator.password lead to any server that may be used for it.",
				null);
		this.obstacle = obstacle;
	}

	/**
	 * Returns why there can be none: a clause with a period.
	 */
	String obstacle() {
		return this.obstacle;
	}

}
