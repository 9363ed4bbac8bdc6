package dev.migrator.result;

/**
 * The reaction to a version row whose revision has no script.
 */
public enum OnUnknownRevision {

	/**
	 * Fail.
	 */
	FAIL,

	/**
	 * Log a warning, migrate nothing, and continue. For an older version of the
	 * application that runs beside a newer one, or after it.
	 */
	WARN

}
