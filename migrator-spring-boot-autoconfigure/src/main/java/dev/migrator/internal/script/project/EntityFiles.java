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
 * The entities in the Java sources of a project, as far as they are newer than what was
 * built of them: an edited one that was not built is no difference to the database.
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
			// It is a hint, and the comparison does not need it.
			return EntitySources.SAME;
		}
		return new EntitySources(notBuilt, newer);
	}

	/**
	 * What came in a jar may be of a time that says nothing about the sources beside it.
	 */
	private boolean isBuiltHere(Resource built) throws IOException {
		return built.isFile() && this.output.holds(Optional.of(built.getURI()));
	}

	/**
	 * A file may have entities of other names than its own: those have no class to be
	 * compared with.
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
