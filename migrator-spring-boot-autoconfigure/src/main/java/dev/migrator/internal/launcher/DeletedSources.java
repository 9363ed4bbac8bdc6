package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes what was built from sources that were deleted: Maven would leave it there.
 * Gradle removes it itself.
 */
final class DeletedSources {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private DeletedSources() {
	}

	/**
	 * Deletes the copies of deleted resources. After another source was deleted, deletes
	 * everything that was compiled, because nobody knows what came from it.
	 * @param sources the deleted sources
	 */
	static void remove(List<Path> sources) {
		for (Path source : sources) {
			Path module = source.getParent();
			while (module != null && BuildTool.of(module).isEmpty()) {
				module = module.getParent();
			}
			if (module != null && BuildTool.of(module).orElseThrow() == BuildTool.MAVEN) {
				remove(module, module.relativize(source));
			}
		}
	}

	private static void remove(Path module, Path source) {
		Path output = BuildTool.MAVEN.output(module);
		if (source.startsWith(RESOURCES)) {
			delete(output.resolve("classes").resolve(RESOURCES.relativize(source)));
		}
		else {
			delete(output.resolve("classes"));
			delete(output.resolve("maven-status"));
			delete(output.resolve("generated-sources/annotations"));
		}
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
