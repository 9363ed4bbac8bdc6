package dev.migrator.internal.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The classes that a JVM runs, as the launcher tells it.
 *
 * @param digest a digest of the classes of the application and of its jars
 * @param start the file for what commands find out about the start of the application; it
 * need not exist
 */
public record LaunchedClasses(String digest, Path start) {

	private static final String DIGEST = "dev.migrator.launcher.classes";

	private static final String START = "dev.migrator.launcher.start";

	/**
	 * Returns what this JVM runs.
	 * @return the classes; nothing if the launcher has not told any
	 */
	public static Optional<LaunchedClasses> ofThisJvm() {
		String digest = System.getProperty(DIGEST);
		String start = System.getProperty(START);
		return (digest != null && start != null) ? Optional.of(new LaunchedClasses(digest, Path.of(start)))
				: Optional.empty();
	}

	/**
	 * Tells this JVM.
	 */
	void tellThisJvm() {
		System.setProperty(DIGEST, this.digest);
		System.setProperty(START, this.start.toString());
	}

	/**
	 * Returns the arguments that tell another JVM.
	 */
	List<String> arguments() {
		return List.of("-D" + DIGEST + "=" + this.digest, "-D" + START + "=" + this.start);
	}

}
