package dev.migrator.execution;

/**
 * What there is of the version table and the history table.
 */
public enum TableLayout {

	/** One of them is missing. */
	MISSING,

	/** The history table lacks columns that came later. It is read as it is. */
	OLDER,

	/** As a new one would be created. */
	CURRENT

}
