package dev.migrator.internal.script.project;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was built of the sources of a project, in its folders or packed: not what came
 * with a dependency, and not what its tests have.
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
	 * Whether a script is there.
	 * @param place where the application has it, if that is known
	 */
	boolean holds(Optional<URI> place) {
		String text = place.map(URI::toString).orElse("");
		int begin = text.indexOf(this.directory);
		return begin >= 0 && OWN.matcher(text.substring(begin + this.directory.length())).matches();
	}

}
