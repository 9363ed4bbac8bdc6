package dev.migrator.internal.script.writing;

/**
 * The type of a new revision script.
 */
public enum ScriptType {

	/**
	 * An SQL file in one of the locations.
	 */
	SQL,

	/**
	 * A Java class in the package of Java revisions.
	 */
	JAVA

}
