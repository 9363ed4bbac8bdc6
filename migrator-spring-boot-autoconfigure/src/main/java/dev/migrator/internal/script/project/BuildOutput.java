package dev.migrator.internal.script.project;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes files that were built from the sources of a project, in its folders or
 * packed. Files of dependencies and of tests are not among them.
 */
final class BuildOutput {

	/**
	 * Folders of Maven, Gradle, Eclipse and IntelliJ, and those inside a jar or a war of
	 * Spring Boot.
	 */
	private static final Pattern OWN = Pattern.compile("(target/classes|build/resources/main|build/classes/[^/]+/main"
			+ "|bin/main|out/production(/[^/]+)?)/.*|(target|build)/.*[/!](BOOT|WEB)-INF/classes[/!].*");

	private final String directory;

	BuildOutput(Project project) {
		String path = project.directory().toUri().getRawPath();
		this.directory = path.endsWith("/") ? path : path + "/";
	}

	/**
	 * Returns whether it contains a script.
	 * @param place its place in the application, if that is known
	 */
	boolean holds(Optional<URI> place) {
		String text = place.map(URI::toString).orElse("");
		int begin = text.indexOf(this.directory);
		return begin >= 0 && OWN.matcher(text.substring(begin + this.directory.length())).matches();
	}

}
