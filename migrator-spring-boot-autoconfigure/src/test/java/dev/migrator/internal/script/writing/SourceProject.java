package dev.migrator.internal.script.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SqlScript;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * A project in a folder of a test: its sources, what is built of them, and a writer of
 * new revisions. It is 5 January 2026, 05:30:07.
 */
public final class SourceProject {

	public static final Instant NOW = Instant.parse("2026-01-05T05:30:07Z");

	private final Path directory;

	private final List<String> locations = new ArrayList<>(List.of("classpath:db/revisions"));

	private final List<JavaRevisionScript> classes = new ArrayList<>();

	private WritingSettings settings = WritingSettings.DEFAULTS;

	private SourceProject(Path directory) {
		this.directory = directory;
	}

	public static SourceProject in(Path directory) {
		SourceProject project = new SourceProject(directory);
		project.make("src/main/resources");
		project.make("src/main/java");
		return project;
	}

	public SourceProject with(WritingSettings changed) {
		this.settings = changed;
		return this;
	}

	SourceProject locations(String... values) {
		this.locations.clear();
		this.locations.addAll(List.of(values));
		return this;
	}

	public SourceProject compiled(JavaRevisionScript script) {
		this.classes.add(script);
		return this;
	}

	/**
	 * Writes a script: {@code "b <- a"}, with more lines of its header.
	 */
	public SourceProject script(String line, String... header) {
		String[] sides = line.split(" <- ");
		String revises = (sides.length > 1) ? "-- revises: " + sides[1] + "\n" : "";
		String more = Stream.of(header).map((entry) -> "-- " + entry + "\n").reduce("", String::concat);
		return file("src/main/resources/db/revisions/" + sides[0] + ".sql",
				"-- make " + sides[0] + "\n-- revision: " + sides[0] + "\n" + revises + more + "-- migrator:upgrade\n");
	}

	public SourceProject file(String path, String text) {
		try {
			Path file = this.directory.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Copies the resources to where a build puts them.
	 */
	public SourceProject build() {
		Path resources = this.directory.resolve("src/main/resources");
		try (Stream<Path> files = Files.walk(resources)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				file("target/classes/" + resources.relativize(file), Files.readString(file));
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public RevisionWriter writer() {
		return new RevisionWriter(built(), new Project(this.directory), this.settings,
				new DefaultResourceLoader(classes(SourceProject.class.getClassLoader())), () -> NOW);
	}

	public RevisionWriter writerWithoutSources() {
		return new RevisionWriter(built(), null, this.settings, new DefaultResourceLoader(), InstantSource.system());
	}

	private RevisionScripts built() {
		List<SqlScript> files = reader().read(this.locations).scripts();
		return RevisionScripts.of(files, this.classes, this.locations);
	}

	private SqlScriptReader reader() {
		return new SqlScriptReader(new DefaultResourceLoader(classes(null)));
	}

	private ClassLoader classes(@Nullable ClassLoader parent) {
		try {
			return new URLClassLoader(new URL[] { URI.create(this.directory.toUri() + "target/classes/").toURL() },
					parent);
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The scripts in the sources, read as the application will read them.
	 */
	List<SqlScript> scripts() {
		return new SqlScriptReader(new DefaultResourceLoader())
			.read(List.of("file:" + this.directory.resolve("src/main/resources/db/revisions")))
			.scripts();
	}

	/**
	 * All files, by their paths in the project.
	 */
	public List<String> files() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> this.directory.relativize(file).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String read(String path) {
		try {
			return Files.readString(this.directory.resolve(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path path(String path) {
		return this.directory.resolve(path);
	}

	private void make(String path) {
		try {
			Files.createDirectories(this.directory.resolve(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
