package dev.migrator.internal.autogenerate.situation;

/**
 * An event that objects may not outlive that need the one it happens to. Where several
 * happen to one object, the one that stands first here counts: what is dropped is not
 * changed any more.
 */
public enum Disturbance {

	/** It is dropped, for good or to come back. */
	DROPPED,
	/** A column gets another type. */
	RETYPED,
	/** A type is made anew, and its columns are taken over to the new one. */
	REBUILT,
	/** A column gets another length or collation, which most of what needs it follows. */
	RESIZED

}
