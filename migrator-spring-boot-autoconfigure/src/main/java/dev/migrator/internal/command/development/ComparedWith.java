package dev.migrator.internal.command.development;

/**
 * With what the model is compared.
 */
public enum ComparedWith {

	/** With the database, which has to be at the heads. */
	DATABASE,

	/** With what the revisions make of an empty database. */
	SCRATCH

}
