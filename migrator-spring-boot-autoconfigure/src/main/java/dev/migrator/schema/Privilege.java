package dev.migrator.schema;

/**
 * A right that can be granted.
 */
public enum Privilege {

	SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, CREATE, CONNECT, TEMPORARY, EXECUTE, USAGE,

	/** All that there are for the object. */
	ALL

}
