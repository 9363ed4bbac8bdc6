package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command says of a revision that is not finished yet, though its trial went well.
 */
class OpenTodoCommandTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void thatItIsOpenIsSaidBesideTheTrial() throws Exception {
		this.database.execute("create type mood as enum ('HAPPY', 'SAD'); create table t (m mood, c text)");

		assertThat(generated(
				"create type mood as enum ('HAPPY', 'SAD', 'GLOOMY'); create table t (m mood, c text not null)"))
			.contains("Tried in a scratch database: the upgrade and the downgrade, with rows in 1 of 1 table",
					"The revision has open TODOs: 1 in the upgrade, 1 in the downgrade");
	}

	@Test
	void nothingIsSaidWhereNothingIsOpen() throws Exception {
		this.database.execute("create table t (c text)");

		assertThat(generated("create table t (c text, d int)")).contains("1 difference, nothing destructive")
			.doesNotContain("TODO");
	}

	@Test
	void whatIsFoundAsItIsNeedsNoBuild() throws Exception {
		assertThat(generated("create table t (c text)"))
			.contains("revises <base>. It can be applied now: migrator upgrade");
		assertThat(run("revision", "-m", "built", "--location", "classpath:db/revisions", "--head", "base", "--splice"))
			.contains("Build the application, then apply it.");
	}

	private String generated(String wanted) throws IOException {
		Path file = this.folder.resolve("schema.sql");
		Files.writeString(file, wanted);
		return run("migrate", "-m", "next", "--migrator.autogenerate.schema-file=file:" + file);
	}

	private String run(String... arguments) throws IOException {
		Path resources = this.folder.resolve("src/main/resources/db/revisions");
		Files.createDirectories(resources);
		Files.createDirectories(this.folder.resolve("revisions"));
		CommandRun command = CommandRun.of(ExercisesApplication.class,
				Stream
					.of(Stream.of("migrator"), Stream.of(arguments),
							Stream.of(this.database.properties()).map((property) -> "--" + property),
							Stream.of(
									"--migrator.locations=file:" + this.folder.resolve("revisions")
											+ ",classpath:db/revisions",
									"--migrator.new-scripts.project-directory=" + this.folder))
					.flatMap((part) -> part)
					.toArray(String[]::new));
		assertThat(command.exitCode()).as(command.output()).isZero();
		return command.output();
	}

}
