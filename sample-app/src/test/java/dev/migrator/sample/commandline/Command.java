package dev.migrator.sample.commandline;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.sample.Database;

/**
 * The result of a command of the application.
 *
 * @param exitCode what it ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Command(int exitCode, String out, String err) {

	/**
	 * Runs a command in this JVM.
	 * @param database the URL of the database
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static Command migrator(String database, String... arguments) {
		return CapturedProcess.withoutTerminal().run(line(database, arguments));
	}

	/**
	 * Runs a command in this JVM, on the embedded server.
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static Command migratorOnEmbeddedServer(String... arguments) {
		return CapturedProcess.withoutTerminal()
			.run(Stream.concat(Stream.of("migrator"), Stream.of(arguments)).toArray(String[]::new));
	}

	static Command migrator(Database database, String... arguments) {
		return migrator(database.url(), arguments);
	}

	/**
	 * Runs a command in this JVM for a person who sees questions and answers them.
	 * @param database the database
	 * @param answer what is typed
	 * @param arguments what is typed after the word {@code migrator}
	 */
	static Command answered(Database database, String answer, String... arguments) {
		return CapturedProcess.onTerminal(answer).run(line(database.url(), arguments));
	}

	private static String[] line(String database, String... arguments) {
		return Stream.concat(Stream.of("--DATABASE_URL=" + database, "migrator"), Stream.of(arguments))
			.toArray(String[]::new);
	}

	/**
	 * All lines that it wrote, to either stream.
	 */
	List<String> lines() {
		return Stream.of(this.out, this.err).flatMap(String::lines).toList();
	}

}
