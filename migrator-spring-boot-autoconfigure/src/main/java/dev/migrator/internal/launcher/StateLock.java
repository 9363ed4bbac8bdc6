package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes the launchers of a project do something one after the other. The system releases
 * the lock when the process ends.
 */
final class StateLock implements AutoCloseable {

	private final Path file;

	private final FileChannel channel;

	private StateLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Waits for a lock.
	 * @param file the file of the lock, created if need be
	 */
	static StateLock on(Path file) {
		try {
			Files.createDirectories(file.getParent());
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			StateLock lock = new StateLock(file, channel);
			channel.lock();
			return lock;
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(this.file, ex);
		}
	}

}
