package dev.migrator.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}: which process serves a data folder, since when and
 * at which port. A server that crashed leaves it behind, and the number may since belong
 * to another process.
 *
 * @param path the file
 * @param pid the process that wrote it
 * @param started when that process started
 * @param port the port it serves, 0 if it has not come that far
 * @see <a href=
 * "https://www.postgresql.org/docs/current/storage-file-layout.html">Database File
 * Layout</a>
 */
record PidFile(Path path, long pid, Instant started, int port) {

	/** More than a clock is off when it is set right, or a process takes to start. */
	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	static Optional<PidFile> in(Path data) {
		Path path = data.resolve("postmaster.pid");
		try {
			List<String> lines = Files.readAllLines(path);
			return lines.isEmpty() ? Optional.empty() : Optional.of(new PidFile(path, number(lines, 0),
					Instant.ofEpochSecond(number(lines, 2)), (int) number(lines, 3)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long number(List<String> lines, int index) {
		String line = (index < lines.size()) ? lines.get(index).strip() : "";
		return line.matches("\\d{1,18}") ? Long.parseLong(line) : 0;
	}

	/**
	 * The process of that number, if there is one.
	 * @return the process, not necessarily the one that wrote the file
	 */
	Optional<ProcessHandle> process() {
		return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive);
	}

	/**
	 * Whether the number now belongs to a process that cannot have written the file: it
	 * is no PostgreSQL, or it started later.
	 * @return whether the number was used again
	 */
	boolean isPidReused() {
		return process().map(ProcessHandle::info)
			.filter((info) -> isOther(info.command()) || isLater(info))
			.isPresent();
	}

	private boolean isOther(Optional<String> command) {
		return command.map((path) -> !Path.of(path).getFileName().toString().startsWith("postgres")).orElse(false);
	}

	private boolean isLater(ProcessHandle.Info info) {
		return this.started.getEpochSecond() > 0
				&& info.startInstant().map((start) -> start.isAfter(this.started.plus(TOLERANCE))).orElse(false);
	}

	void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
