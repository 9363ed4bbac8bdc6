package dev.migrator.sample.commandline;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrator.sample.WorkoutBuddyApplication;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.util.FileSystemUtils;

/**
 * The application, processed ahead of time as the goal {@code process-aot} does it.
 *
 * @param classes the folder of what was generated
 */
record ProcessedApplication(Path classes) {

	/**
	 * Processes the application in a process of its own.
	 * @param folder where the result is written
	 * @param environment its variables
	 */
	static ProcessedApplication in(Path folder, Map<String, String> environment) throws IOException {
		Path sources = folder.resolve("sources");
		Path resources = folder.resolve("resources");
		Path classes = folder.resolve("classes");
		List<String> line = List.of("-cp", System.getProperty("java.class.path"),
				SpringApplicationAotProcessor.class.getName(), WorkoutBuddyApplication.class.getName(),
				sources.toString(), resources.toString(), classes.toString(), "dev.migrator", "sample-app");
		Command processed = ApplicationProcess.java(folder, environment, line);
		if (processed.exitCode() != 0) {
			throw new AssertionError(processed.out() + processed.err());
		}
		FileSystemUtils.copyRecursively(resources, classes);
		compile(sources, classes);
		return new ProcessedApplication(classes);
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> all = Files.walk(sources)) {
			List<Path> java = all.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-d", classes.toString(), "-cp",
					classPath(classes));
			if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
				.call()) {
				throw new AssertionError(messages);
			}
		}
	}

	private static String classPath(Path classes) {
		return classes + File.pathSeparator + System.getProperty("java.class.path");
	}

	/**
	 * What starts it.
	 * @param arguments its arguments
	 */
	List<String> line(String... arguments) {
		return Stream
			.concat(Stream.of("-Dspring.aot.enabled=true", "-cp", classPath(this.classes),
					WorkoutBuddyApplication.class.getName()), Stream.of(arguments))
			.toList();
	}

}
