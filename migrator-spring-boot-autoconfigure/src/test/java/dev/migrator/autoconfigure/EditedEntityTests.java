package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entity that was edited and not built is why a comparison finds nothing, and the
 * commands say so.
 */
class EditedEntityTests {

	private static final String SAID = "The model is what the application was built with. Entities newer than their "
			+ "classes, so perhaps edited: Exercise.java. Build it, then run this again.\n";

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path project;

	@ParameterizedTest
	@ValueSource(strings = { "migrate -m next", "revision --autogenerate -m next", "check" })
	void whatComparesTheModelSaysThatTheEntityIsNewer(String command) throws IOException {
		sources(Instant.now().plus(Duration.ofHours(1)));

		assertThat(run(command)).contains(SAID);
	}

	@Test
	void whatIsBuiltIsNotMentioned() throws IOException {
		sources(Instant.EPOCH);

		assertThat(run("migrate -m next")).contains("Generated ").doesNotContain("newer");
	}

	/**
	 * It is what the command is for.
	 */
	@Test
	void firstRevisionIsWrittenWithoutAWarningThatThereIsNone() throws IOException {
		sources(Instant.EPOCH);

		assertThat(run("heads")).contains("The application has no revisions, so nothing is migrated: no file in file:");
		assertThat(run("migrate -m first")).contains("Generated ").doesNotContain("has no revisions");
	}

	private void sources(Instant written) throws IOException {
		Path file = this.project.resolve("src/main/java/dev/migrator/documentation/testing/Exercise.java");
		Files.createDirectories(file.getParent());
		Files.createDirectories(this.project.resolve("revisions"));
		Files.writeString(file, "@Entity\nclass Exercise {\n}\n");
		Files.setLastModifiedTime(file, FileTime.from(written));
	}

	private String run(String command) {
		Stream<String> application = Stream.concat(
				Stream.of(this.database.properties()).map((property) -> "--" + property),
				Stream.of("--migrator.locations=file:" + this.project.resolve("revisions"),
						"--migrator.project-directory=" + this.project, "--spring.jpa.hibernate.ddl-auto=none"));
		String[] arguments = Stream.of(Stream.of("migrator"), Stream.of(command.split(" ")), application)
			.flatMap((part) -> part)
			.toArray(String[]::new);
		return CommandRun.of(ExercisesApplication.class, arguments).output();
	}

}
