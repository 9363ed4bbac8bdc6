package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.migrator.internal.problem.WholeFile;

/**
 * A file that the launcher keeps between commands.
 */
final class StateFile {

	private StateFile() {
	}

	static void write(Path file, String text) {
		write(file, text, StandardCharsets.UTF_8);
	}

	static void write(Path file, String text, Charset charset) {
		try {
			WholeFile.write(file, (out) -> out.write(text.getBytes(charset)));
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

}
