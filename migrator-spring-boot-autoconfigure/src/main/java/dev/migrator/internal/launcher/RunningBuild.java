package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The build that is running. A build goes on if its launcher is killed, and two builds of
 * one folder would disturb each other.
 */
final class RunningBuild {

	/** In milliseconds. */
	private static final long PAUSE = 100;

	private final Path file;

	RunningBuild(LaunchedModule module) {
		this.file = module.state("build.process");
	}

	void begin(ProcessHandle process) {
		try {
			StateFile.write(this.file, line(process));
		}
		catch (LauncherException ex) {
			// only a build that is left would be missed
		}
	}

	void end() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// it names a process that has ended
		}
	}

	/**
	 * Waits for a build that another launcher has left.
	 */
	void awaitEnd() {
		try {
			while (isLeft()) {
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		end();
	}

	/**
	 * Another process may have the same number later. One that has ended has no program
	 * any more, even where nobody asks for its exit code, as in some containers.
	 */
	private boolean isLeft() {
		try {
			String line = Files.readString(this.file);
			return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
				.filter((process) -> process.info().command().isPresent() && line(process).equals(line))
				.isPresent();
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	private static String line(ProcessHandle process) {
		return process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("") + "\n";
	}

}
