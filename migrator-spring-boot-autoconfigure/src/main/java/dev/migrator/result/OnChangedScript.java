package dev.migrator.result;

/**
 * What to do about a script that was edited after it was applied.
 */
public enum OnChangedScript {

	/**
	 * Refuse to go on.
	 */
	FAIL,

	/**
	 * Say so in the log and go on.
	 */
	WARN,

	/**
	 * Go on.
	 */
	IGNORE

}
