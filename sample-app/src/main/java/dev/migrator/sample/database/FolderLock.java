package dev.migrator.sample.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Held while a server is looked for, started or stopped in a folder, so that two who come
 * at the same moment do so one after the other. The operating system releases it when a
 * process dies.
 */
final class FolderLock {

	private static final Duration POLL = Duration.ofMillis(50);

	/**
	 * File locks are held by the whole process, and on POSIX systems closing any channel
	 * to the file drops them: within a process, only one may be at it.
	 */
	private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Waits for the lock and takes it.
	 * @param file the file to lock, created if need be
	 * @param wait how long to wait for another process at most
	 * @return the lock
	 * @throws DatabaseSetupException if the other one holds it for longer than that
	 */
	static FolderLock acquire(Path file, Duration wait) {
		long deadline = System.nanoTime() + wait.toNanos();
		FileChannel channel = null;
		boolean acquired = false;
		try {
			if (!WITHIN_PROCESS.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
				throw heldByAnother(file, null);
			}
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			while (lock == null) {
				if (System.nanoTime() > deadline) {
					throw heldByAnother(file, null);
				}
				Thread.sleep(POLL.toMillis());
				lock = channel.tryLock();
			}
			acquired = true;
			return new FolderLock(channel);
		}
		catch (IOException ex) {
			throw new DatabaseSetupException("The file " + file + " cannot be locked.",
					"Let sample.postgres.directory name a folder on a local disk that can be written to.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw heldByAnother(file, ex);
		}
		finally {
			if (!acquired) {
				release(channel);
			}
		}
	}

	void release() {
		release(this.channel);
	}

	private static void release(@Nullable FileChannel channel) {
		try {
			if (channel != null) {
				channel.close();
			}
		}
		catch (IOException ex) {
			throw new DatabaseSetupException("A file lock could not be released.", "Start the application again.", ex);
		}
		finally {
			if (WITHIN_PROCESS.isHeldByCurrentThread()) {
				WITHIN_PROCESS.unlock();
			}
		}
	}

	private static DatabaseSetupException heldByAnother(Path file, @Nullable Throwable cause) {
		return new DatabaseSetupException(
				"Another process holds " + file + ": it has been starting or stopping the embedded PostgreSQL.",
				"Look what became of it, end it if it hangs, and start again.", cause);
	}

}
