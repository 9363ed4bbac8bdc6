package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;

/**
 * The directory of the project of {@link ExercisesApplication}, and the commands that are
 * run there.
 */
final class ExercisesProject {

	private final Path directory;

	private ExercisesProject(Path directory) {
		this.directory = directory;
	}

	/**
	 * Makes the folders of a project without revisions.
	 */
	static ExercisesProject in(Path directory) throws IOException {
		Files.createDirectories(directory.resolve("src/main/resources"));
		Files.createDirectories(directory.resolve("revisions"));
		return new ExercisesProject(directory);
	}

	Path path(String name) {
		return this.directory.resolve(name);
	}

	Revisions revisions() {
		return Revisions.in(path("revisions"));
	}

	/**
	 * Writes a file, and makes its folder.
	 */
	Path write(String name, String text) throws IOException {
		Path file = path(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	CommandRun run(TestDatabase database, String... command) {
		return run(ExercisesApplication.class, database, command);
	}

	/**
	 * Runs a command.
	 * @param application the application
	 * @param database its database
	 * @param command the words of the command, and properties: each replaces that of the
	 * project
	 */
	CommandRun run(Class<?> application, TestDatabase database, String... command) {
		Stream<String> properties = Stream
			.concat(Stream.of(database.properties()),
					Stream.of("migrator.locations=" + revisions().location(),
							"migrator.new-scripts.project-directory=" + this.directory))
			.map((property) -> "--" + property)
			.filter((property) -> Arrays.stream(command)
				.noneMatch((word) -> word.startsWith(property.replaceFirst("=.*", "="))));
		return CommandRun.of(application,
				Stream.of(Stream.of("migrator"), Stream.of(command), properties)
					.flatMap((part) -> part)
					.toArray(String[]::new));
	}

}
