package dev.migrator.internal.script.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources of Java revisions in a project.
 */
public final class JavaSources {

	private static final List<String> ROOTS = List.of("src/main", "target/generated-sources", "build/generated");

	private static final List<String> LANGUAGES = List.of(".kt", ".groovy", ".scala");

	private final @Nullable Project project;

	public JavaSources(@Nullable Project project) {
		this.project = project;
	}

	/**
	 * Returns the revisions in a package and in the packages inside it.
	 */
	List<Revision> in(@Nullable String packageName) {
		List<Revision> revisions = new ArrayList<>();
		if (this.project == null || packageName == null) {
			return revisions;
		}
		Path folder = this.project.java().resolve(packageName.replace('.', '/'));
		if (!Files.isDirectory(folder)) {
			return revisions;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).sorted().toList()) {
				Revision revision = JavaSource.read(file.toString(), Files.readString(file));
				if (revision != null) {
					revisions.add(revision);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			throw new NewRevisionException("The Java revisions in " + folder + " cannot be read: " + ex + ".",
					"Save them as UTF-8, and allow the application to read them.", ex);
		}
		return revisions;
	}

	/**
	 * Returns whether the source of a revision may be here: in a file with the name of
	 * its class, in another file, in generated code, or in another language.
	 */
	boolean mayHave(Revision revision) {
		if (this.project == null || file(revision.source()).isPresent()) {
			return true;
		}
		Path directory = this.project.directory();
		return ROOTS.stream().map(directory::resolve).anyMatch((root) -> mayHave(root, revision.id()));
	}

	private static boolean mayHave(Path root, String id) {
		if (!Files.isDirectory(root)) {
			return false;
		}
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String name = file.toString();
				if (LANGUAGES.stream().anyMatch(name::endsWith)
						|| (name.endsWith(".java") && Files.readString(file).contains(id))) {
					return true;
				}
			}
			return false;
		}
		catch (IOException | UncheckedIOException ex) {
			return true;
		}
	}

	/**
	 * Finds the source of a class.
	 * @param className its full name, also of a nested class
	 */
	Optional<Path> file(String className) {
		if (this.project == null) {
			return Optional.empty();
		}
		int nested = className.indexOf('$');
		String outer = (nested > 0) ? className.substring(0, nested) : className;
		Path file = this.project.java().resolve(outer.replace('.', '/') + ".java");
		return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
	}

}
