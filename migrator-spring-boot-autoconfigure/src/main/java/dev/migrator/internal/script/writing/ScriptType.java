package dev.migrator.internal.script.writing;

/**
 * What a new revision script is written in.
 */
public enum ScriptType {

	/**
	 * A SQL file in one of the locations.
	 */
	SQL,

	/**
	 * A Java class in the package of Java revisions.
	 */
	JAVA

}
