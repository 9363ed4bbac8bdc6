package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the archive of classes, in a process of its own behind the command.
 */
final class ArchiveMaker {

	private ArchiveMaker() {
	}

	/**
	 * Makes the archive, after another process that is making it.
	 * @param arguments the folder of the module
	 */
	public static void main(String[] arguments) throws IOException {
		LaunchedModule module = LaunchedModule.of(Path.of(arguments[0]));
		try (StateLock lock = StateLock.on(module.state("archive.lock"))) {
			new ClassArchive(module).make();
		}
	}

}
