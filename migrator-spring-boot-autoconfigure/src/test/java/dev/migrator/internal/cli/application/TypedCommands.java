package dev.migrator.internal.cli.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.internal.cli.MigratorCommand;
import dev.migrator.internal.script.project.Project;
import dev.migrator.testing.ProcessInMemory;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Commands as they are typed, without a process and without an application for each.
 */
public final class TypedCommands {

	private final MigratorBuilder builder;

	private final @Nullable Path project;

	private final List<String> migrators;

	private TypedCommands(MigratorBuilder builder, @Nullable Path project, List<String> migrators) {
		this.builder = builder;
		this.project = project;
		this.migrators = migrators;
	}

	public static TypedCommands on(TestDatabase database, Revisions revisions) {
		return new TypedCommands(Migrator.builder(database.dataSource()).locations(revisions.location()), null,
				List.of("migrator"));
	}

	public static TypedCommands of(MigratorBuilder builder, Path project) {
		return new TypedCommands(builder, project, List.of("migrator"));
	}

	/**
	 * What asks a database fails.
	 */
	public static TypedCommands withoutADatabase(Revisions revisions) {
		return new TypedCommands(Migrator.builder(new PGSimpleDataSource()).locations(revisions.location()), null,
				List.of("migrator"));
	}

	/**
	 * The same, where the application has several migrators, which differ in their names
	 * only.
	 */
	public TypedCommands withMigrators(String... names) {
		return new TypedCommands(this.builder, this.project, List.of(names));
	}

	TypedCommands in(Path directory) {
		return new TypedCommands(this.builder, directory, this.migrators);
	}

	/**
	 * Runs a command.
	 * @param typed what stands behind {@code migrator}
	 */
	public Answer type(String... typed) {
		ProcessInMemory process = ProcessInMemory.withTwoStreams();
		List<String> arguments = new ArrayList<>(List.of("migrator"));
		arguments.addAll(Arrays.asList(typed));
		MigratorCommand command = MigratorCommand.of(process, arguments.toArray(String[]::new));
		if (command == null) {
			throw new IllegalArgumentException("No command: " + arguments);
		}
		OptionalInt answered = command.answerWithoutApplication();
		int code = answered.isPresent() ? answered.getAsInt() : command.run(new Beans());
		return new Answer(code, process.printed(), process.printedErrors());
	}

	/**
	 * What came of a command.
	 */
	public record Answer(int exitCode, String out, String err) {

	}

	private final class Beans implements ApplicationBeans {

		@Override
		public List<String> migratorNames() {
			return TypedCommands.this.migrators;
		}

		@Override
		public Migrator migrator(String name) {
			return TypedCommands.this.builder.build();
		}

		@Override
		public List<OtherTool> earlierTools(String name) {
			throw new AssertionError("The other tools of " + name + " are asked about without a need");
		}

		@Override
		public List<OtherTool> awaitedTools(String name) {
			return List.of();
		}

		@Override
		public List<OtherTool> otherTools(String name) {
			return List.of();
		}

		@Override
		public List<String> addressProperties(String name) {
			return List.of();
		}

		@Override
		public Optional<Project> project() {
			Path directory = TypedCommands.this.project;
			return (directory != null) ? Project.find(directory, directory) : Optional.empty();
		}

		@Override
		public Optional<String> mainClass() {
			return Optional.empty();
		}

		@Override
		public Optional<DdlAuto> ddlAuto(Migrator migrator) {
			return Optional.empty();
		}

		@Override
		public @Nullable FailureAnalysis analyze(Throwable failure) {
			return null;
		}

	}

}
