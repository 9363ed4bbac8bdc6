package dev.migrator.internal.script.text;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Walks through a folder of the file system and all folders in it. Ignores hidden files
 * and folders, whose names begin with a period: editors keep drafts there, and a mounted
 * Kubernetes volume has a second path to each of its files. Links are followed, except to
 * a folder that contains them.
 * <p>
 * A name that ends in {@code .sql} is a script's: the file is not asked whether it is a
 * folder, which would cost half as much as reading it.
 */
final class ScriptFolder {

	private static final String SUFFIX = ".sql";

	private final BiConsumer<String, Path> scripts;

	private final Deque<Path> open = new ArrayDeque<>();

	private ScriptFolder(BiConsumer<String, Path> scripts) {
		this.scripts = scripts;
	}

	/**
	 * Visits every script.
	 * @param folder the folder to begin with
	 * @param scripts takes each script's path inside the folder, with slashes, and its
	 * file
	 * @return whether the folder exists
	 * @throws IOException if a folder in it cannot be read
	 */
	static boolean visit(Path folder, BiConsumer<String, Path> scripts) throws IOException {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		new ScriptFolder(scripts).visit(folder, "");
		return true;
	}

	static boolean isScript(String path) {
		int start = path.length() - SUFFIX.length();
		return path.regionMatches(true, start, SUFFIX, 0, SUFFIX.length());
	}

	private void visit(Path folder, String pathInside) throws IOException {
		Path real = folder.toRealPath();
		if (this.open.contains(real)) {
			return;
		}
		this.open.push(real);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				String name = file.getFileName().toString();
				if (!name.startsWith(".")) {
					visit(file, name, pathInside + name);
				}
			}
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
		this.open.pop();
	}

	private void visit(Path file, String name, String path) throws IOException {
		if (isScript(name)) {
			this.scripts.accept(path, file);
		}
		else if (Files.isDirectory(file)) {
			visit(file, path + "/");
		}
	}

}
