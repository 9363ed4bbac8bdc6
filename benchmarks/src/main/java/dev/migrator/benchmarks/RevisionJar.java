package dev.migrator.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * A jar with the scripts of a folder, as in a packaged application.
 */
final class RevisionJar {

	static final String LOCATION = "classpath:db/revisions";

	private RevisionJar() {
	}

	/**
	 * Packs the scripts of a folder into a jar beside it.
	 * @return what finds them at {@link #LOCATION}
	 */
	static ResourceLoader of(Path folder) throws IOException {
		Path jar = Path.of(folder + ".jar");
		jar.toFile().deleteOnExit();
		try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.list(folder)) {
			for (String name : List.of("db/", "db/revisions/")) {
				entries.putNextEntry(new JarEntry(name));
			}
			for (Path file : files.sorted().toList()) {
				entries.putNextEntry(new JarEntry("db/revisions/" + file.getFileName()));
				entries.write(Files.readAllBytes(file));
			}
		}
		return new DefaultResourceLoader(
				new URLClassLoader(new URL[] { jar.toUri().toURL() }, RevisionJar.class.getClassLoader()));
	}

}
