package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command found out when it started the application: that the migrator is the one
 * that Spring Boot configures, and depends on nothing else of the application. It is true
 * for the same classes with the same environment.
 *
 * @param key the classes and the environment
 * @param migrator the name of the migrator
 * @param packages the packages of the application
 * @param address the properties that lead the migrator to another database
 */
record RecordedStart(String key, String migrator, List<String> packages, List<String> address) {

	/**
	 * Reads a record.
	 * @param file the file
	 * @param key the classes and the environment as they are now
	 * @return the record, if there is one that is still true
	 */
	static Optional<RecordedStart> read(Path file, String key) {
		try {
			List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
			return (lines.size() == 4 && lines.get(0).equals(key))
					? Optional.of(new RecordedStart(key, lines.get(1), list(lines.get(2)), list(lines.get(3))))
					: Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static List<String> list(String line) {
		return Stream.of(line.split(",")).filter((name) -> !name.isEmpty()).toList();
	}

	/**
	 * Writes the record, so that another process reads all of it or nothing. Without the
	 * permission nothing is recorded.
	 */
	void write(Path file) {
		try {
			Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "start", ".tmp");
			Files.write(temporary,
					List.of(this.key, this.migrator, String.join(",", this.packages), String.join(",", this.address)));
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// the next command starts the application again
		}
	}

}
