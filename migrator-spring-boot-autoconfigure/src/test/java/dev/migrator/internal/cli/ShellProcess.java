package dev.migrator.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A shell that completes, in a folder of its own.
 */
final class ShellProcess {

	private final Path folder;

	private ShellProcess(Path folder) {
		this.folder = folder;
	}

	static ShellProcess in(Path folder) {
		return new ShellProcess(folder);
	}

	/**
	 * Skips the test where the program is not installed.
	 */
	static void needs(String program) {
		assumeThat(Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, program)))).as("%s is installed", program).isTrue();
	}

	/**
	 * Writes a program that prints the file for the command {@code targets}, and its
	 * arguments for others.
	 */
	void program(String targets) throws IOException {
		Files.writeString(this.folder.resolve("list"), targets);
		Path program = this.folder.resolve("migrator");
		Files.writeString(program, """
				#!/bin/sh
				if [ "$1" = targets ]; then cat '%s'; else echo "<$*>"; fi
				""".formatted(this.folder.resolve("list")));
		assertThat(program.toFile().setExecutable(true)).isTrue();
	}

	void write(String file, String text) throws IOException {
		Files.writeString(this.folder.resolve(file), text);
	}

	/**
	 * Runs a command, and waits until what it has left in the background has written its
	 * answer.
	 */
	String run(String input, String... command) throws Exception {
		Path typed = Files.writeString(this.folder.resolve("typed"), input);
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectInput(typed.toFile())
			.redirectErrorStream(true);
		builder.environment().put("XDG_CACHE_HOME", this.folder.resolve("cache").toString());
		builder.environment().put("HOME", this.folder.toString());
		builder.environment().put("TERM", "dumb");
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put("COLUMNS", "60");
		Process process = builder.start();
		process.onExit().orTimeout(60, TimeUnit.SECONDS).whenComplete((ended, late) -> {
			if (late != null) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
			}
		});
		try (InputStream answer = process.getInputStream()) {
			return new String(answer.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
		}
		finally {
			await().until(() -> files(this.folder.resolve("cache/migrator")).stream()
				.noneMatch((file) -> file.endsWith(".new")));
		}
	}

	/**
	 * A loop that ends when the application has answered.
	 */
	static String untilAnswered(String program) {
		return "for try in {1..500}; do [ -n \"$(_migrator_targets %s)\" ] && break; sleep 0.02; done"
			.formatted(program);
	}

	List<String> files() throws IOException {
		return files(this.folder);
	}

	private static List<String> files(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> String.valueOf(file.getFileName())).sorted().toList();
		}
	}

}
