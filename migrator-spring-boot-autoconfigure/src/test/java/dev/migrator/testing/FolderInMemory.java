package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A folder for the data of a server, where Linux keeps files in memory. Tests create and
 * drop tables all the time, and on a disk each file that is created after many were
 * deleted takes the kernel long.
 */
final class FolderInMemory {

	private static final Path MEMORY = Path.of("/dev/shm");

	private static final String PREFIX = "migrator-test-";

	/** For several servers at the same time, in bytes. */
	private static final long NEEDED = 6L << 30;

	private FolderInMemory() {
	}

	/**
	 * Creates one, and deletes those of processes that were killed.
	 * @return the folder, or nothing where there is not enough memory
	 */
	static Optional<Path> create() {
		if (MEMORY.toFile().getUsableSpace() < NEEDED) {
			return Optional.empty();
		}
		try {
			for (Path folder : folders()) {
				if (ProcessHandle.of(process(folder)).isEmpty()) {
					FileSystemUtils.deleteRecursively(folder.toFile());
				}
			}
			return Optional.of(Files.createTempDirectory(MEMORY, PREFIX + ProcessHandle.current().pid() + "-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> folders() throws IOException {
		try (Stream<Path> files = Files.list(MEMORY)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(PREFIX)).toList();
		}
	}

	private static long process(Path folder) {
		return Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()).split("-")[0]);
	}

}
