package dev.migrator.internal.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of an application.
 *
 * @param jars the jars, in their order
 * @param folders the folders, in their order; those of the module itself come first
 */
record ClassPath(List<Path> jars, List<Path> folders) {

	/**
	 * Reads what the build wrote.
	 * @throws LauncherException if it wrote nothing
	 */
	static ClassPath of(LaunchedModule module) {
		Path file = module.state("classpath");
		if (!Files.isRegularFile(file)) {
			throw LauncherException.noClassPath(file);
		}
		try {
			List<Path> entries = Stream.of(Files.readString(file).strip().split(File.pathSeparator))
				.filter((entry) -> !entry.isBlank())
				.map(Path::of)
				.toList();
			Stream<Path> own = (module.tool() == BuildTool.MAVEN) ? Stream.of(module.classes()) : Stream.empty();
			return new ClassPath(entries.stream().filter((entry) -> !isFolder(entry)).toList(),
					Stream.concat(own, entries.stream().filter(ClassPath::isFolder)).distinct().toList());
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

	/**
	 * A jar that does not exist any more is still a jar.
	 */
	private static boolean isFolder(Path entry) {
		return !entry.toString().endsWith(".jar");
	}

	/**
	 * Returns all entries, the jars first: an archive of classes is only used if the
	 * class path begins as it did when the archive was made, and it cannot be made over
	 * folders.
	 */
	String text() {
		return Stream.concat(this.jars.stream(), this.folders.stream())
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Returns whether a folder has a class.
	 * @param name the name of the class
	 */
	boolean hasClass(String name) {
		return this.folders.stream()
			.anyMatch((folder) -> Files.exists(folder.resolve(name.replace('.', '/') + ".class")));
	}

	String jarsText() {
		return this.jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
