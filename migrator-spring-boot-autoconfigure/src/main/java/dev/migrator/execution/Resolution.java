package dev.migrator.execution;

/**
 * What a person decides about a revision whose state the migrator cannot know.
 */
public enum Resolution {

	/** Everything that it does is done. */
	APPLIED,

	/** Nothing that it does is there. */
	NOT_APPLIED

}
