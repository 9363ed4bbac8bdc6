package dev.migrator.internal.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A program that the launcher starts.
 */
final class ChildProcess {

	/** In seconds. */
	private static final long LONGEST_END = 10;

	private ChildProcess() {
	}

	/**
	 * Runs a program with the streams of this process, and waits. It is ended when this
	 * process is told to end.
	 * @param command the program and its arguments
	 * @return its exit code
	 */
	static int run(List<String> command) {
		return run(command, (process) -> {
		});
	}

	/**
	 * Runs a program in the same way.
	 * @param started is told the process when it has started
	 */
	static int run(List<String> command, Consumer<ProcessHandle> started) {
		try {
			Process process = new ProcessBuilder(command).inheritIO().start();
			Thread end = new Thread(() -> end(process), "migrator-launcher");
			Runtime.getRuntime().addShutdownHook(end);
			started.accept(process.toHandle());
			int code = process.waitFor();
			Runtime.getRuntime().removeShutdownHook(end);
			return code;
		}
		catch (IOException ex) {
			throw LauncherException.failedProcess(command.get(0), ex);
		}
		catch (InterruptedException | IllegalStateException ex) {
			// this process is ending
			return ParentProcess.ENDED;
		}
	}

	/**
	 * Ends a program, which first ends what it started. What it leaves, as a shell does,
	 * is ended after it.
	 */
	private static void end(Process process) {
		List<ProcessHandle> descendants = process.descendants().toList();
		process.destroy();
		try {
			process.waitFor();
			for (ProcessHandle left : descendants) {
				left.destroy();
			}
			for (ProcessHandle left : descendants) {
				left.onExit().get(LONGEST_END, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// it has been told
		}
	}

	/**
	 * Starts a program that goes on when this process ends.
	 * @param command the program and its arguments
	 * @param log the file for what it prints
	 * @throws IOException if it cannot be started
	 */
	static void leave(List<String> command, Path log) throws IOException {
		File file = log.toFile();
		new ProcessBuilder(command).redirectOutput(file).redirectErrorStream(true).start().getOutputStream().close();
	}

}
