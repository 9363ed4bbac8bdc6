package dev.migrator.sample.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that write into the sources, here a copy of them. No database is there.
 */
class WritingTests {

	@TempDir
	Path project;

	@BeforeEach
	void copySources() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("src/main"), this.project.resolve("src/main"));
	}

	@Test
	void revisionsFollowEachOtherBranchAndAreMerged() throws IOException {
		Command first = migrator("revision", "-m", "add stretch goals");

		assertThat(first.exitCode()).as(first.err()).isZero();
		Path script = Path.of(first.out().strip().replaceFirst("^Generated ", ""));
		assertThat(script).isRegularFile().hasParent(revisions());
		assertThat(Files.readString(script)).startsWith("-- add stretch goals\n")
			.contains("-- revises: 64f7a09e1cbd", "-- migrator:upgrade", "-- migrator:downgrade");

		Command second = migrator("revision", "-m", "fill stretch goals", "--type", "java", "--format", "json");

		assertThat(second.exitCode()).as(second.err()).isZero();
		assertThat(second.out()).contains("FillStretchGoals.java");
		String id = second.out().replaceAll("(?s).*\"revision\": \"([0-9a-f]{12})\".*", "$1");
		assertThat(this.project.resolve("src/main/java/dev/migrator/sample/revisions/FillStretchGoals.java")).content()
			.contains("@RevisionScript(", "revision = \"" + id + "\"");

		Command occupied = migrator("revision", "-m", "x", "--head", "3fa4");

		assertThat(occupied.exitCode()).isEqualTo(1);
		assertThat(occupied.err()).contains("--splice").doesNotContain("\tat ");

		assertThat(migrator("revision", "-m", "begin a branch", "--head", "3fa4", "--splice", "--rev-id", "5ide",
				"--branch-label", "side")
			.exitCode()).isZero();
		Command merge = migrator("merge", "heads", "-m", "merge heads");

		assertThat(merge.exitCode()).as(merge.err()).isZero();
		assertThat(Files.readString(Path.of(merge.out().strip().replaceFirst("^Generated ", ""))))
			.contains("-- revises: 5ide, " + id);
		try (Stream<Path> scripts = Files.list(revisions())) {
			assertThat(scripts).hasSize(14 + 3);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "heads", "history", "branches", "show head", "check --scripts-only", "upgrade heads --sql" })
	void commandsSayWhatIsNotBuiltYet(String command) throws IOException {
		assertThat(migrator(command.split(" ")).err()).doesNotContain("not built");
		Files.writeString(revisions().resolve("next.sql"),
				"-- revision: feed5eed0001\n-- revises: 64f7a09e1cbd\n-- migrator:upgrade\n");

		Command asked = migrator(command.split(" "));

		assertThat(asked.exitCode()).as(asked.err()).isZero();
		assertThat(asked.out()).doesNotContain("feed5eed0001");
		assertThat(asked.err()).contains(
				"""
						The application was not built from the present sources. Revisions not built yet: feed5eed0001 (next.sql). \
						Clean what was built (mvn clean, gradle clean), build it, then run this command again.
						""");
	}

	@Test
	void withoutSourcesTheMessageSaysWhereToRunIt(@TempDir Path elsewhere) {
		Command nowhere = Command.migrator(Database.nowhere(), "revision", "-m", "x",
				"--migrator.new-scripts.project-directory=" + elsewhere.resolve("none"));

		assertThat(nowhere.exitCode()).isEqualTo(1);
		assertThat(nowhere.err()).contains("migrator.new-scripts.project-directory").doesNotContain("\tat ");
	}

	@Test
	void aProjectIsSetUp() throws IOException {
		Path empty = Files.createDirectories(this.project.resolve("new"));
		Files.createDirectories(empty.resolve("src/main/resources"));
		Files.writeString(empty.resolve("src/main/resources/application.properties"), "spring.application.name=new\n");

		Command init = Command.migrator(Database.nowhere(), "init",
				"--migrator.new-scripts.project-directory=" + empty);

		assertThat(init.exitCode()).as(init.err()).isZero();
		assertThat(init.out()).contains("Created ", "Appended to ");
		assertThat(empty.resolve("src/main/resources/db/revisions")).isDirectory();
		assertThat(empty.resolve("src/main/resources/application.properties")).content()
			.startsWith("spring.application.name=new\n")
			.contains("migrator.");

		assertThat(Command.migrator(Database.nowhere(), "list-templates").out()).isEqualTo("""
				sql - SQL script: header, upgrade and downgrade section
				java - Java class with @RevisionScript, upgrade and downgrade
				""");
	}

	@Test
	void theEditorOpensTheSource() {
		String[] command = { "edit", "3fa4", "--migrator.new-scripts.project-directory=" + this.project };

		Command edit = ApplicationProcess.run(this.project, Map.of("VISUAL", "cat", "DATABASE_URL", Database.nowhere()),
				command);

		assertThat(edit.exitCode()).as(edit.err()).isZero();
		assertThat(edit.out()).startsWith("-- create users\n");
	}

	private Command migrator(String... arguments) {
		String[] all = Stream
			.concat(Stream.of(arguments), Stream.of("--migrator.new-scripts.project-directory=" + this.project))
			.toArray(String[]::new);
		return Command.migrator(Database.nowhere(), all);
	}

	private Path revisions() {
		return this.project.resolve("src/main/resources/db/revisions");
	}

}
