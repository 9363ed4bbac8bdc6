package dev.migrator.internal.dialect.store;

/**
 * The state of the version table and the history table in a database.
 */
public enum TableLayout {

	/** One of the tables is missing. */
	MISSING,

	/** The history table lacks columns of later versions. It is read as it is. */
	OLDER,

	/** The tables are as new ones would be created. */
	CURRENT

}
