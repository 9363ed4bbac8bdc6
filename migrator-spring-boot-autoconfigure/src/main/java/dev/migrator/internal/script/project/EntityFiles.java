package dev.migrator.internal.script.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the entities in the Java sources of a project that are newer than the build. An
 * edited entity that is not built yet is not found as a difference to the database.
 */
public final class EntityFiles {

	private static final Pattern ENTITY = Pattern.compile("@([\\w.]+\\.)?(Entity|Embeddable|MappedSuperclass)\\b");

	private final Path sources;

	private final BuildOutput output;

	private final ResourceLoader classes;

	public EntityFiles(Project project, ResourceLoader classes) {
		this.output = new BuildOutput(project);
		this.sources = project.java();
		this.classes = classes;
	}

	public EntitySources compare() {
		List<String> notBuilt = new ArrayList<>();
		List<String> newer = new ArrayList<>();
		try (Stream<Path> files = Files.walk(this.sources)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).sorted().toList()) {
				String name = this.sources.relativize(file).toString().replace('\\', '/');
				Resource built = this.classes.getResource("classpath:" + name.replaceFirst("\\.java$", ".class"));
				if (!built.exists()) {
					addEntity(notBuilt, file);
				}
				else if (isBuiltHere(built) && Files.getLastModifiedTime(file).toMillis() > built.lastModified()) {
					addEntity(newer, file);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			// The result is only a hint, which the comparison does not need.
			return EntitySources.SAME;
		}
		return new EntitySources(notBuilt, newer);
	}

	/**
	 * Returns whether a class was built here. The time of a class in a jar says nothing
	 * about the sources.
	 */
	private boolean isBuiltHere(Resource built) throws IOException {
		return built.isFile() && this.output.holds(Optional.of(built.getURI()));
	}

	/**
	 * Adds an entity. A file may contain entities with other names than its own; these
	 * have no class to compare with.
	 */
	private static void addEntity(List<String> found, Path file) throws IOException {
		String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		String name = String.valueOf(file.getFileName());
		boolean own = Pattern.compile("\\b(class|record|enum|interface)\\s+" + name.replace(".java", "") + "\\b")
			.matcher(text)
			.find();
		if (own && ENTITY.matcher(text).find()) {
			found.add(name);
		}
	}

}
