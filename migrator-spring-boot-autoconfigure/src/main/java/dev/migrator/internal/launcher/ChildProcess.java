package dev.migrator.internal.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that the launcher starts.
 */
final class ChildProcess {

	private ChildProcess() {
	}

	/**
	 * Runs a program with the streams of this process, and waits. It is ended when this
	 * process is told to end.
	 * @param command the program and its arguments
	 * @return its exit code
	 */
	static int run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).inheritIO().start();
			Thread end = new Thread(() -> end(process), "migrator-launcher");
			Runtime.getRuntime().addShutdownHook(end);
			int code = process.waitFor();
			Runtime.getRuntime().removeShutdownHook(end);
			return code;
		}
		catch (IOException ex) {
			throw LauncherException.failedProcess(command.get(0), ex);
		}
		catch (InterruptedException | IllegalStateException ex) {
			// this process is ending
			return 143;
		}
	}

	private static void end(Process process) {
		process.destroy();
		try {
			process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Starts a program that goes on when this process ends.
	 * @param command the program and its arguments
	 * @param log the file for what it prints
	 */
	static void leave(List<String> command, Path log) {
		File file = log.toFile();
		try {
			new ProcessBuilder(command).redirectOutput(file)
				.redirectErrorStream(true)
				.start()
				.getOutputStream()
				.close();
		}
		catch (IOException ex) {
			throw LauncherException.failedProcess(command.get(0), ex);
		}
	}

}
