package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that the launcher keeps between commands. Another command never reads half of
 * it.
 */
final class StateFile {

	private StateFile() {
	}

	static void write(Path file, String text) {
		write(file, text, StandardCharsets.UTF_8);
	}

	static void write(Path file, String text, Charset charset) {
		try {
			Files.createDirectories(file.getParent());
			Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
			Files.write(temporary, text.getBytes(charset));
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

}
