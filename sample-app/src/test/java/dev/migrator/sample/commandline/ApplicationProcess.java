package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.migrator.sample.WorkoutBuddyApplication;

/**
 * The application in a process of its own, as it is typed.
 */
final class ApplicationProcess {

	private ApplicationProcess() {
	}

	/**
	 * What starts the application.
	 * @param arguments its arguments
	 */
	static List<String> line(String... arguments) {
		List<String> line = new ArrayList<>(
				List.of("-cp", System.getProperty("java.class.path"), WorkoutBuddyApplication.class.getName()));
		line.addAll(List.of(arguments));
		return javaLine(line);
	}

	/**
	 * What starts a JVM that ends soon.
	 * @param line its options, its class and the arguments
	 */
	static List<String> javaLine(List<String> line) {
		List<String> whole = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		whole.addAll(line);
		return whole;
	}

	/**
	 * What runs a command.
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static List<String> commandLine(String... arguments) {
		List<String> line = line("migrator");
		line.addAll(List.of(arguments));
		return line;
	}

	/**
	 * Runs a command.
	 * @param folder where
	 * @param environment variables beside those of the tests
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static Command run(Path folder, Map<String, String> environment, String... arguments) {
		return ended(folder, environment, commandLine(arguments));
	}

	/**
	 * Runs a JVM to its end.
	 * @param folder where
	 * @param environment variables beside those of the tests
	 * @param line its options, its class and the arguments
	 */
	static Command java(Path folder, Map<String, String> environment, List<String> line) {
		return ended(folder, environment, javaLine(line));
	}

	/**
	 * Runs a program to its end.
	 * @param folder where
	 * @param environment variables beside those of the tests
	 * @param line the program and its arguments
	 */
	static Command ended(Path folder, Map<String, String> environment, List<String> line) {
		try {
			ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toAbsolutePath().toFile());
			builder.environment().remove("DATABASE_URL");
			builder.environment().putAll(environment);
			Process process = builder.start();
			process.getOutputStream().close();
			CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
			String out = text(process.inputReader());
			return new Command(process.onExit().join().exitValue(), out, err.join());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Reader reader) {
		try (reader) {
			StringWriter text = new StringWriter();
			reader.transferTo(text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
