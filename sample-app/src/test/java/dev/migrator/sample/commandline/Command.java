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
 * A command of the application, in a process of its own.
 *
 * @param exitCode what the process ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Command(int exitCode, String out, String err) {

	/**
	 * Runs a command.
	 * @param database the URL of the database
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static Command migrator(String database, String... arguments) {
		return in(Path.of("").toAbsolutePath(), database, arguments);
	}

	static Command migrator(Database database, String... arguments) {
		return migrator(database.url(), arguments);
	}

	static Command in(Path folder, String database, String... arguments) {
		List<String> command = line();
		command.add("migrator");
		command.addAll(List.of(arguments));
		return run(folder, Map.of("DATABASE_URL", database), command);
	}

	/**
	 * What starts the application, without its arguments.
	 */
	static List<String> line() {
		return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				WorkoutBuddyApplication.class.getName()));
	}

	static Command run(Path folder, Map<String, String> environment, List<String> command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
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
