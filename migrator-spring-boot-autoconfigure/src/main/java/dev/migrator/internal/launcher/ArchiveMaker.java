package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes the archive of classes, in a process of its own behind the command.
 */
final class ArchiveMaker {

	private ArchiveMaker() {
	}

	/**
	 * Makes the archive, unless another process is making it.
	 * @param arguments the folder of the module
	 */
	public static void main(String[] arguments) throws IOException {
		LaunchedModule module = LaunchedModule.of(Path.of(arguments[0]));
		try (FileChannel channel = FileChannel.open(module.state("archive.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock != null) {
				new ClassArchive(module).make();
			}
		}
	}

}
