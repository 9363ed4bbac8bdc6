package dev.migrator.schema;

/**
 * A privilege that can be granted.
 */
public enum Privilege {

	SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, CREATE, CONNECT, TEMPORARY, EXECUTE, USAGE,

	/** All privileges for the object. */
	ALL

}
