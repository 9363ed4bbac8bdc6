package dev.migrator.internal.script.writing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import dev.migrator.internal.script.project.NewRevisionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new file, all of it or nothing.
 */
final class NewFile {

	private NewFile() {
	}

	/**
	 * Refuses an existing file.
	 */
	static void requireNone(Path file) {
		if (Files.exists(file)) {
			throw exists(file, null);
		}
	}

	static void write(Path file, String text) {
		try {
			Path folder = Files.createDirectories(file.getParent());
			// The name begins with a period, so that nobody takes the file for a script.
			Path temporary = folder.resolve(".new-" + UUID.randomUUID());
			try {
				Files.write(temporary, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
				moveWithoutReplacing(temporary, file);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
		}
		catch (FileAlreadyExistsException ex) {
			throw exists(file, ex);
		}
		catch (IOException ex) {
			throw new NewRevisionException("The script " + file + " cannot be written: " + ex + ".",
					"Free disk space, or get permission to write there.", ex);
		}
	}

	/**
	 * Moves a file without replacing another. A hard link fails if the file exists; a
	 * rename would replace it.
	 */
	private static void moveWithoutReplacing(Path temporary, Path file) throws IOException {
		try {
			Files.createLink(file, temporary);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | IOException ex) {
			Files.move(temporary, file);
		}
	}

	static void remove(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new NewRevisionException("The script " + file + " cannot be removed again: " + ex + ".",
					"Remove it by hand: it cannot be used.", ex);
		}
	}

	private static NewRevisionException exists(Path file, @Nullable Exception cause) {
		return new NewRevisionException("There is a file " + file + " already.",
				"Choose another message or id, or remove it. Nothing is overwritten.", cause);
	}

}
