package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command says of a revision that is not finished yet, though its trial went well.
 */
class OpenTodoCommandTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		Files.createDirectories(this.project.path("src/main/resources/db/revisions"));
	}

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
			.contains("Once it is built, apply it: migrator upgrade");
	}

	private String generated(String wanted) throws IOException {
		Path file = this.project.write("schema.sql", wanted);
		return run("migrate", "-m", "next", "--migrator.autogenerate.schema-file=file:" + file);
	}

	private String run(String... arguments) {
		CommandRun command = this.project.run(this.database, Stream
			.concat(Stream.of(arguments),
					Stream
						.of("--migrator.locations=" + this.project.revisions().location() + ",classpath:db/revisions"))
			.toArray(String[]::new));
		assertThat(command.exitCode()).as(command.output()).isZero();
		return command.output();
	}

}
