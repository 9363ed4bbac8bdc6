package dev.migrator.autoconfigure.properties;

/**
 * What happens to pending revisions when the application starts.
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

	/** They are left alone. */
	NONE

}
