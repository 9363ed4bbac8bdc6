package dev.migrator.revision;

import java.util.Locale;

/**
 * Which way a plan goes.
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
	 * Only the version rows change, nothing is run.
	 */
	STAMP;

	/**
	 * The name of the command, as it is written on the command line and in the history.
	 * @return the name in lower case
	 */
	public String command() {
		return name().toLowerCase(Locale.ROOT);
	}

}
