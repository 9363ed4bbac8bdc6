package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.migrator.internal.problem.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The executable jar of Spring Boot that this process runs. Its directory at the end has
 * the name, the size and the CRC of every class and of every jar in it, so a digest of
 * the directory is one of all classes. (APPNOTE of the ZIP format, sections 4.3.12 and
 * 4.3.16.)
 *
 * @param path its path, absolute
 * @param digest the digest of its directory, in hex digits
 */
record ExecutableJar(Path path, String digest) {

	/** It puts nothing but the content of the jar on the class path. */
	private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

	private static final byte[] END = { 'P', 'K', 5, 6 };

	private static final int END_LENGTH = 22;

	private static final int LONGEST_COMMENT = 65_535;

	/** In bytes. A jar of Spring Boot has some ten thousand. */
	private static final long LARGEST_DIRECTORY = 64 * 1024 * 1024;

	/**
	 * Finds the jar of this process.
	 * @return the jar; nothing if the process was started in another way
	 */
	static Optional<ExecutableJar> running() {
		boolean launched = StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getClassName().equals(LAUNCHER)));
		Path path = Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
		return (launched && Files.isRegularFile(path)) ? of(path) : Optional.empty();
	}

	/**
	 * Reads a jar.
	 * @param path its path
	 * @return the jar; nothing if it has no directory as expected
	 */
	static Optional<ExecutableJar> of(Path path) {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			byte[] directory = directory(file);
			return (directory == null) ? Optional.empty() : Optional.of(new ExecutableJar(path, Sha256.of(directory)));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static byte @Nullable [] directory(RandomAccessFile file) throws IOException {
		int length = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT);
		byte[] tail = new byte[length];
		file.seek(file.length() - length);
		file.readFully(tail);
		for (int i = length - END_LENGTH; i >= 0; i--) {
			if (tail[i] == END[0] && tail[i + 1] == END[1] && tail[i + 2] == END[2] && tail[i + 3] == END[3]) {
				long size = littleEndian(tail, i + 12);
				long end = file.length() - length + i;
				if (size > Math.min(end, LARGEST_DIRECTORY)) {
					return null;
				}
				byte[] directory = new byte[(int) size];
				file.seek(end - size);
				file.readFully(directory);
				return directory;
			}
		}
		return null;
	}

	private static long littleEndian(byte[] bytes, int at) {
		return (bytes[at] & 0xFFL) | (bytes[at + 1] & 0xFFL) << 8 | (bytes[at + 2] & 0xFFL) << 16
				| (bytes[at + 3] & 0xFFL) << 24;
	}

	/**
	 * Returns the file for what commands of this jar find out.
	 * @param cache the folder of the user for such files
	 */
	Path record(Path cache) {
		return cache.resolve("start-" + Sha256.of(this.path.toString()).substring(0, 16));
	}

}
