package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes what was built from sources that were deleted: Maven would leave it there.
 * Gradle removes it itself.
 */
final class DeletedSources {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path JAVA = Path.of("src/main/java");

	private DeletedSources() {
	}

	/**
	 * Deletes the copies of deleted resources. After a source was deleted that is not
	 * Java, deletes everything that was compiled, because nobody knows what came from it.
	 * @param sources the deleted sources
	 */
	static void remove(List<Path> sources) {
		for (Path source : sources) {
			Optional<Path> module = module(source);
			if (module.isEmpty()) {
				continue;
			}
			Path path = module.get().relativize(source);
			if (path.startsWith(RESOURCES)) {
				delete(classes(module.get()).resolve(RESOURCES.relativize(path)));
			}
			else if (!path.toString().endsWith(".java")) {
				deleteCompiled(module.get());
			}
		}
	}

	/**
	 * Deletes everything that was compiled, if a class is left whose source was deleted.
	 * Usually the compiler plugin has removed it.
	 * @param sources the deleted sources
	 * @return whether the project has to be built again
	 */
	static boolean removeLeft(List<Path> sources) {
		boolean left = false;
		for (Path source : sources) {
			Optional<Path> module = module(source).filter((folder) -> isLeft(folder, folder.relativize(source)));
			module.ifPresent(DeletedSources::deleteCompiled);
			left |= module.isPresent();
		}
		return left;
	}

	private static boolean isLeft(Path module, Path source) {
		return source.startsWith(JAVA) && source.toString().endsWith(".java") && Files
			.exists(classes(module).resolve(JAVA.relativize(source).toString().replaceFirst("\\.java$", ".class")));
	}

	private static Optional<Path> module(Path source) {
		Path module = source.getParent();
		while (module != null && BuildTool.of(module).isEmpty()) {
			module = module.getParent();
		}
		return Optional.ofNullable(module).filter((folder) -> BuildTool.of(folder).orElseThrow() == BuildTool.MAVEN);
	}

	private static Path classes(Path module) {
		return BuildTool.MAVEN.output(module).resolve("classes");
	}

	private static void deleteCompiled(Path module) {
		Path output = BuildTool.MAVEN.output(module);
		delete(classes(module));
		delete(output.resolve("maven-status"));
		delete(output.resolve("generated-sources/annotations"));
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
