package dev.migrator.execution;

/**
 * The decision of a person about a revision whose state the migrator cannot know.
 */
public enum Resolution {

	/** The database has everything that the revision does. */
	APPLIED,

	/** The database has nothing that the revision does. */
	NOT_APPLIED

}
