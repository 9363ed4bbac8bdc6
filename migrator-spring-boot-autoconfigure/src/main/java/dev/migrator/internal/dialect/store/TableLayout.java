package dev.migrator.internal.dialect.store;

/**
 * The state of the version table and the history table in a database.
 */
public enum TableLayout {

	/** One of them is missing. */
	MISSING,

	/** The history table lacks columns that came later. It is read as it is. */
	OLDER,

	/** As a new one would be created. */
	CURRENT

}
