package dev.migrator.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.FileSystemUtils;

/**
 * What lies where in the folder of an embedded server.
 *
 * @param path the folder itself: absolute, without symbolic links
 */
record ServerFolder(Path path) {

	private static final int SHOWN_LOG_LINES = 12;

	static ServerFolder at(Path path) {
		try {
			return new ServerFolder(Files.createDirectories(path).toRealPath());
		}
		catch (IOException ex) {
			throw new DatabaseSetupException("The folder " + path + " for the embedded PostgreSQL cannot be created.",
					"Let sample.postgres.directory name a folder that can be written to.", ex);
		}
	}

	Path data() {
		return this.path.resolve("data");
	}

	Path log() {
		return this.path.resolve("server.log");
	}

	Path lock() {
		return this.path.resolve("lock");
	}

	private Path unfinished() {
		return this.path.resolve("unfinished");
	}

	/**
	 * Makes room for a server to be started. What an initialization left behind that was
	 * killed half-way has never been used, and is removed.
	 */
	void prepare() {
		try {
			if (Files.exists(unfinished())) {
				FileSystemUtils.deleteRecursively(data());
			}
			if (!Files.exists(data())) {
				Files.writeString(unfinished(), "A data folder that was never ready. Removed at the next start.\n");
			}
			Files.deleteIfExists(log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void markFinished() {
		try {
			Files.deleteIfExists(unfinished());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String endOfLog() {
		try {
			List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
			return lines.stream()
				.skip(Math.max(0, lines.size() - SHOWN_LOG_LINES))
				.collect(Collectors.joining("\n    ", "    ", ""));
		}
		catch (IOException ex) {
			return "    (no log: " + ex.getMessage() + ")";
		}
	}

}
