package dev.migrator.result;

/**
 * The reaction to a script that was edited after it was applied.
 */
public enum OnChangedScript {

	/**
	 * Fail.
	 */
	FAIL,

	/**
	 * Log a warning and continue.
	 */
	WARN,

	/**
	 * Continue.
	 */
	IGNORE

}
