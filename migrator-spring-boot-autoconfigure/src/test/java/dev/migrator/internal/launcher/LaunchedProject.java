package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project with the scripts of the launcher, and with a wrapper of Maven that only notes
 * that it was called.
 *
 * @param path its folder
 */
record LaunchedProject(Path path) {

	/**
	 * Creates a project.
	 * @param path its folder, which exists
	 */
	static LaunchedProject in(Path path) throws IOException {
		Folder folder = new Folder(path);
		folder.write("pom.xml", "<project/>");
		folder.write("classpath", System.getProperty("java.class.path"));
		LaunchedProject project = new LaunchedProject(path);
		project.build("");
		for (LauncherFile file : LauncherFile.of(path, LaunchedApplication.class.getName())) {
			Files.writeString(file.path(), file.text());
			file.path().toFile().setExecutable(true);
		}
		// a file of the moment in which the build begins would be built again
		folder.olderThanNow();
		return project;
	}

	/**
	 * Makes a build do something more.
	 */
	void build(String line) {
		new Folder(this.path).write("mvnw", """
				#!/bin/sh
				cd "%s"
				echo build >> builds
				mkdir -p target/classes target/migrator
				cp classpath target/migrator/classpath
				%s
				""".formatted(this.path, line)).toFile().setExecutable(true);
	}

	/**
	 * How often it was built.
	 */
	long builds() throws IOException {
		Path builds = this.path.resolve("builds");
		return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
	}

	Ran run(String... command) throws Exception {
		return run(Map.of(), this.path.resolve("migrator"), command);
	}

	Ran run(Map<String, String> variables, Path script, String... command) throws Exception {
		Process process = start(variables, script, command);
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		return new Ran(process.waitFor(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
	}

	Process start(Map<String, String> variables, Path script, String... command) throws IOException {
		List<String> line = new ArrayList<>(List.of("sh", script.toString()));
		line.addAll(List.of(command));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().putAll(variables);
		return builder.start();
	}

	record Ran(int exitCode, String output) {
	}

}
