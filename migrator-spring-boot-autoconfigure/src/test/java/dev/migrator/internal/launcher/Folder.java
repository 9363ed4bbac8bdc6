package dev.migrator.internal.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with the files of a project.
 *
 * @param path the folder
 */
record Folder(Path path) {

	/**
	 * A module of Maven that has been built.
	 */
	static Folder builtWithMaven(Path path) {
		Folder folder = new Folder(path);
		folder.write("pom.xml", "<project/>");
		folder.write("src/main/java/A.java", "class A {}");
		folder.write("src/main/resources/db/revisions/a.sql", "select 1;");
		folder.write("target/classes/A.class", "A");
		folder.write("target/classes/db/revisions/a.sql", "select 1;");
		folder.classPath();
		return folder;
	}

	/**
	 * Writes what the build tells about the class path.
	 */
	void classPath(Object... entries) {
		write("target/migrator/classpath",
				Stream.of(entries).map(Object::toString).collect(Collectors.joining(File.pathSeparator)));
	}

	Path write(String name, String text) {
		Path file = this.path.resolve(name);
		try {
			Files.createDirectories(file.getParent());
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Replaces the text of a file, and gives it an older time.
	 */
	void replaceByOlder(String name, String text) {
		replace(name, text, FileTime.fromMillis(1));
	}

	/**
	 * Replaces the text of a file, and gives it a time that is surely newer.
	 */
	void replaceByNewer(String name, String text) {
		replace(name, text, FileTime.from(Instant.now().plusSeconds(2)));
	}

	private void replace(String name, String text, FileTime time) {
		Path file = write(name, text);
		try {
			Files.setLastModifiedTime(file, time);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Gives all files an older time.
	 */
	void olderThanNow() {
		try (Stream<Path> files = Files.walk(this.path)) {
			for (Path file : files.toList()) {
				Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void delete(String name) {
		try {
			Files.delete(this.path.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LaunchedModule module() {
		return LaunchedModule.of(this.path);
	}

	BuildRecord record() {
		return new BuildRecord(ModuleFiles.list(module(), ClassPath.of(module())));
	}

	/**
	 * The files of a kind, by their paths in this folder.
	 */
	List<String> files(ListedFile.Kind kind) {
		return record().of(kind)
			.stream()
			.map((file) -> this.path.relativize(file.path()).toString().replace('\\', '/'))
			.toList();
	}

}
