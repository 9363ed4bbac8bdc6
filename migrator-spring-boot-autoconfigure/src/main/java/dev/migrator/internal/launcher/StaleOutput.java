package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.ListedFile.Kind;

/**
 * Removes what was built from sources that are other ones now, where Maven would leave
 * it: it does not know deleted files, and compares times only. Gradle does all of this
 * itself.
 */
final class StaleOutput {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path JAVA = Path.of("src/main/java");

	private final Path root;

	/**
	 * Creates it for a build.
	 * @param root the folder of the topmost build: modules outside of it are not built
	 * again
	 */
	StaleOutput(Path root) {
		this.root = root;
	}

	/**
	 * Deletes what was made of sources that were deleted or changed, so that it is made
	 * again: the copy of a resource, and the class of a changed source that is not newer.
	 * Where it is not known what was made of a source, deletes everything that was
	 * compiled in its module.
	 * @param built the files of the last build
	 * @param now the files as they are now
	 */
	void remove(BuildRecord built, BuildRecord now) {
		for (ListedFile deleted : built.deletedIn(now)) {
			Optional<Path> copy = copy(deleted).filter(Files::exists);
			if (copy.isPresent()) {
				delete(copy.get());
			}
			else if (!deleted.path().toString().endsWith(".java")) {
				empty(deleted.module());
			}
		}
		Map<Path, Long> times = now.of(Kind.OUTPUT)
			.stream()
			.collect(Collectors.toMap(ListedFile::path, ListedFile::modified, Math::max));
		Map<Path, Long> newest = now.of(Kind.OUTPUT)
			.stream()
			.collect(Collectors.toMap(ListedFile::module, ListedFile::modified, Math::max));
		for (ListedFile changed : built.changedIn(now)) {
			Optional<Path> made = copy(changed).or(() -> compiled(changed)).filter(times::containsKey);
			long time = made.map(times::get).orElse(newest.getOrDefault(changed.module(), Long.MIN_VALUE));
			if (changed.modified() <= time) {
				made.ifPresentOrElse(StaleOutput::delete, () -> empty(changed.module()));
			}
		}
	}

	/**
	 * Deletes everything that was compiled, if a class is left whose source was deleted.
	 * Usually the compiler plugin has removed it.
	 * @param deleted the deleted sources
	 * @return whether the project has to be built again
	 */
	boolean removeLeft(List<ListedFile> deleted) {
		List<Path> modules = deleted.stream().filter(this::isLeft).map(ListedFile::module).distinct().toList();
		empty(modules);
		return !modules.isEmpty();
	}

	private boolean isLeft(ListedFile deleted) {
		return compiled(deleted).filter(Files::exists).isPresent();
	}

	/**
	 * Deletes everything that was compiled in modules, and the copies of resources.
	 * @param modules the folders of the modules
	 */
	void empty(Collection<Path> modules) {
		modules.forEach(this::empty);
	}

	private void empty(Path module) {
		if (isMaven(module)) {
			Path output = BuildTool.MAVEN.output(module);
			delete(classes(module));
			delete(output.resolve("maven-status"));
			delete(output.resolve("generated-sources/annotations"));
			delete(output.resolve("kotlin-ic"));
		}
	}

	/**
	 * Returns whether Maven builds a module in this build. The module of the launcher
	 * does not count: it runs these classes.
	 */
	boolean isMaven(Path module) {
		return module.startsWith(this.root) && !classes(module).equals(JavaArguments.launcher())
				&& BuildTool.of(module).filter((tool) -> tool == BuildTool.MAVEN).isPresent();
	}

	/**
	 * Returns where Maven copies a resource.
	 */
	private Optional<Path> copy(ListedFile source) {
		Path resources = source.module().resolve(RESOURCES);
		return isMaven(source.module()) && source.path().startsWith(resources)
				? Optional.of(classes(source.module()).resolve(resources.relativize(source.path()))) : Optional.empty();
	}

	/**
	 * Returns where Maven compiles the class that has the name of a Java source.
	 */
	private Optional<Path> compiled(ListedFile source) {
		Path java = source.module().resolve(JAVA);
		return isMaven(source.module()) && source.path().startsWith(java) && source.path().toString().endsWith(".java")
				? Optional.of(classes(source.module())
					.resolve(java.relativize(source.path()).toString().replaceFirst("\\.java$", ".class")))
				: Optional.empty();
	}

	private static Path classes(Path module) {
		return BuildTool.MAVEN.output(module).resolve("classes");
	}

	private static void delete(Path path) {
		if (!Files.exists(path)) {
			return;
		}
		try (Stream<Path> files = Files.walk(path)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(path, ex);
		}
	}

}
