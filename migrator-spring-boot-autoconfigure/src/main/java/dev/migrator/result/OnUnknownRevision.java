package dev.migrator.result;

/**
 * What to do about a version row whose revision no script has.
 */
public enum OnUnknownRevision {

	/**
	 * Refuse to go on.
	 */
	FAIL,

	/**
	 * Say so in the log, migrate nothing, and go on: for an older version of the
	 * application that runs beside a newer one, or after it.
	 */
	WARN

}
