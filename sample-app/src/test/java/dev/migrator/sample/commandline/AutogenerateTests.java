package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Revisions that are generated from the entities: the database lacks what somebody has
 * just written into them.
 */
class AutogenerateTests {

	private final Database database = Database.create();

	@TempDir
	Path project;

	@BeforeEach
	void copySources() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("src/main"), this.project.resolve("src/main"));
		assertThat(Command.migrator(this.database, "upgrade").exitCode()).isZero();
	}

	@Test
	void nothingIsLeftToGenerate() {
		Command check = Command.migrator(this.database, "check");

		assertThat(check.exitCode()).as(check.out()).isZero();
		assertThat(check.out()).isEqualTo("""
				Nothing was found: the database is equal to the model.
				Entities: dev.migrator.sample.exercise.Exercise, dev.migrator.sample.user.User, \
				dev.migrator.sample.workout.ExerciseLog, dev.migrator.sample.workout.Workout
				Packages: dev.migrator.sample
				Entities in another package are found only with @EntityScan.
				""");

		Command generated = migrator("revision", "--autogenerate", "-m", "nothing");

		assertThat(generated.exitCode()).as(generated.err()).isZero();
		assertThat(generated.out()).startsWith("Nothing to generate: the database is equal to the model.\n");
		assertThat(generated.err()).isEmpty();
		assertThat(newScripts()).isZero();

		Command empty = migrator("migrate", "-m", "nothing", "--allow-empty", "--format", "json");

		assertThat(empty.exitCode()).as(empty.err()).isZero();
		assertThat(empty.out()).contains("\"changes\": []", "_nothing.sql\"");
		assertThat(newScripts()).isEqualTo(1);
	}

	@Test
	void whatIsMissingIsGeneratedAppliedAndUndone() throws IOException {
		this.database.execute("drop table exercise_logs");
		this.database.execute("alter table users drop column avatar_url, add column nickname text");
		Command check = Command.migrator(this.database, "check");

		assertThat(check.exitCode()).isEqualTo(3);
		assertThat(check.out()).isEqualTo("""
				The database differs from the model:
				Detected added table 'exercise_logs'
				Detected added column 'users.avatar_url'
				Detected removed column 'users.nickname'
				Destructive: drops users.nickname with its data

				Generate a revision: migrator revision --autogenerate -m "..."
				To keep columns that are still in use, remove columns from migrator.autogenerate.drop.
				""");

		Command generated = migrator("migrate", "-m", "add logs and avatars");

		assertThat(generated.exitCode()).as(generated.err()).isZero();
		assertThat(generated.err()).containsSubsequence("Detected added table 'exercise_logs'",
				"Detected added column 'users.avatar_url'", "Detected removed column 'users.nickname'",
				"Destructive: drops users.nickname with its data", "revises 64f7a09e1cbd");
		Path script = Path.of(generated.out().strip().replaceFirst("^Generated ", ""));
		assertThat(Files.readString(script)).startsWith("-- add logs and avatars\n")
			.contains("CREATE TABLE exercise_logs (", "-- destructive: drops users.nickname with its data\n",
					"ALTER TABLE users ADD COLUMN avatar_url varchar(500);");

		Command again = migrator("migrate", "-m", "again");

		assertThat(again.exitCode()).isEqualTo(1);
		assertThat(again.err()).contains("The sources have revisions that the application was not built with",
				script.getFileName().toString());

		assertThat(built("check").out()).startsWith("Target database is not up to date.");
		assertThat(built("upgrade").exitCode()).isZero();
		assertThat(built("check").exitCode()).isZero();
		assertThat(built("downgrade", "-1").exitCode()).isZero();
		assertThat(Command.migrator(this.database, "check").out()).isEqualTo(check.out());
	}

	@Test
	void aJavaRevisionIsGenerated() {
		this.database.execute("drop table exercise_logs");

		Command generated = migrator("revision", "--autogenerate", "-m", "add logs", "--type", "java");

		assertThat(generated.exitCode()).as(generated.err()).isZero();
		assertThat(this.project.resolve("src/main/java/dev/migrator/sample/revisions/AddLogs.java")).content()
			.contains("import static dev.migrator.schema.Types.uuid;", "op.createTable(\"exercise_logs\"");
	}

	@Test
	void aRenameIsOfferedAndTold() {
		this.database.execute("alter table workouts rename column title to name");

		Command offered = migrator("revision", "--autogenerate", "-m", "rename", "--rev-id", "offered");

		assertThat(offered.err()).contains("Detected added column 'workouts.title'",
				"The column workouts.name may have been renamed to workouts.title. If so, use --rename workouts.name=workouts.title");
		assertThat(script("offered")).content()
			.contains("-- The column workouts.name may have been renamed to workouts.title");

		delete("offered");
		Command told = migrator("revision", "--autogenerate", "-m", "rename", "--rev-id", "told", "--rename",
				"workouts.name=workouts.title");

		assertThat(told.err()).contains("Detected renamed column 'workouts.name' to 'workouts.title'")
			.doesNotContain("removed");
		assertThat(script("told")).content()
			.contains("ALTER TABLE workouts RENAME COLUMN name TO title;",
					"ALTER TABLE workouts RENAME COLUMN title TO name;")
			.doesNotContain("DROP COLUMN");
	}

	@Test
	void wrongUsageIsSaid() {
		Command options = migrator("revision", "-m", "x", "--rename", "a=b");
		Command rename = migrator("migrate", "-m", "x", "--rename", "a");

		assertThat(options.exitCode()).isEqualTo(2);
		assertThat(options.err()).contains("need --autogenerate");
		assertThat(rename.exitCode()).isEqualTo(2);
		assertThat(rename.err()).contains("\"a\" is not a rename.");
	}

	private Command migrator(String... arguments) {
		String[] all = Stream
			.concat(Stream.of(arguments), Stream.of("--migrator.new-scripts.project-directory=" + this.project))
			.toArray(String[]::new);
		return Command.migrator(this.database, all);
	}

	/** The application as it is built with the new scripts. */
	private Command built(String... arguments) {
		String[] all = Stream
			.concat(Stream.of(arguments), Stream.of("--migrator.locations=file:" + revisions().toAbsolutePath()))
			.toArray(String[]::new);
		return Command.migrator(this.database, all);
	}

	private Path revisions() {
		return this.project.resolve("src/main/resources/db/revisions");
	}

	private long newScripts() {
		return scripts().count() - 14;
	}

	private Stream<Path> scripts() {
		try (Stream<Path> files = Files.list(revisions())) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path script(String revision) {
		return scripts().filter((file) -> file.toString().contains("_" + revision + "_")).findFirst().orElseThrow();
	}

	private void delete(String revision) {
		assertThat(script(revision).toFile().delete()).isTrue();
	}

}
