package dev.migrator.internal.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that other processes read while it is written: they see what was in it before,
 * or all of the new content.
 */
public final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Writes a file, and makes its folder.
	 * @param file the file
	 * @param content writes the content
	 * @throws IOException if it cannot be written; nothing is left of the new content
	 * then
	 */
	public static void write(Path file, Content content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path temporary = temporary(file.toAbsolutePath());
		try {
			try (OutputStream out = Files.newOutputStream(temporary)) {
				content.writeTo(out);
			}
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			Files.deleteIfExists(temporary);
			throw ex;
		}
	}

	/**
	 * In the home of the user the file is private. Elsewhere it is like the files beside
	 * it, which others may read.
	 */
	private static Path temporary(Path file) throws IOException {
		String name = file.getFileName().toString();
		return cacheOfUser().filter(file::startsWith).isPresent() ? Files.createTempFile(file.getParent(), name, ".tmp")
				: Files.createFile(file.resolveSibling(name + "." + UUID.randomUUID() + ".tmp"));
	}

	/**
	 * Returns the folder of this user for what can be found out again.
	 * @return the folder, which need not exist; nothing if the user has no home, as in
	 * many containers
	 */
	public static Optional<Path> cacheOfUser() {
		Path home = Path.of(System.getProperty("user.home", ""));
		return (home.isAbsolute() && Files.isDirectory(home)) ? Optional.of(home.resolve(".cache/migrator"))
				: Optional.empty();
	}

	/**
	 * Writes the content of a file.
	 */
	public interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

}
