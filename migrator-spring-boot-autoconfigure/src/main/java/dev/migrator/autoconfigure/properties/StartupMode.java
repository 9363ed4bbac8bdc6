package dev.migrator.autoconfigure.properties;

/**
 * The reaction to pending revisions when the application starts.
 */
public enum StartupMode {

	/** They are applied. */
	UPGRADE,

	/** The application refuses to start. */
	VALIDATE,

	/**
	 * The application waits until another process has applied them, at most as long as
	 * {@code migrator.lock.wait}.
	 */
	WAIT,

	/** They are not applied. */
	NONE

}
