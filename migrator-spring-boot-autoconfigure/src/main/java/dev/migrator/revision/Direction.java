package dev.migrator.revision;

import java.util.Locale;

/**
 * The direction of a plan.
 */
public enum Direction {

	/**
	 * Revisions are applied, parents before children.
	 */
	UPGRADE,

	/**
	 * Revisions are undone, children before parents.
	 */
	DOWNGRADE,

	/**
	 * Only the version rows change. No script runs.
	 */
	STAMP;

	/**
	 * Returns the name of the command on the command line and in the history.
	 * @return the name in lower case
	 */
	public String command() {
		return name().toLowerCase(Locale.ROOT);
	}

}
