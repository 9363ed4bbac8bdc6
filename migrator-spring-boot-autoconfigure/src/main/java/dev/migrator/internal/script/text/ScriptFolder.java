package dev.migrator.internal.script.text;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.function.BiConsumer;

/**
 * Walks through a folder of the file system and all folders in it. Ignores hidden files
 * and folders, whose names begin with a period: editors keep drafts there, and a mounted
 * Kubernetes volume has a second path to each of its files.
 */
final class ScriptFolder extends SimpleFileVisitor<Path> {

	private static final String SUFFIX = ".sql";

	private final Path folder;

	private final BiConsumer<String, Path> scripts;

	private ScriptFolder(Path folder, BiConsumer<String, Path> scripts) {
		this.folder = folder;
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
		Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
				new ScriptFolder(folder, scripts));
		return true;
	}

	static boolean isScript(String path) {
		int start = path.length() - SUFFIX.length();
		return path.regionMatches(true, start, SUFFIX, 0, SUFFIX.length());
	}

	@Override
	public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
		return (!directory.equals(this.folder) && isHidden(directory)) ? FileVisitResult.SKIP_SUBTREE
				: FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (isScript(file.getFileName().toString()) && !isHidden(file)) {
			String path = this.folder.relativize(file).toString();
			this.scripts.accept(path.replace(file.getFileSystem().getSeparator(), "/"), file);
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
		if (ex instanceof FileSystemLoopException) {
			return FileVisitResult.CONTINUE;
		}
		throw ex;
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

}
