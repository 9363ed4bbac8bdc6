package dev.migrator.internal.launcher;

/**
 * The system properties with which the launcher tells a command what it knows.
 */
public final class LaunchProperties {

	/** A digest of the classes of the application, all of which are built. */
	public static final String CLASSES = "dev.migrator.launcher.classes";

	/** The file in which a command records what it found out about the application. */
	public static final String START = "dev.migrator.launcher.start";

	/** The number of the process that waits for a command. */
	static final String PARENT = "dev.migrator.launcher.parent";

	private LaunchProperties() {
	}

}
