package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entity that was written and not built is why a comparison finds nothing, and the
 * commands say so.
 */
class UnbuiltEntityTests {

	private static final String SAID = "The model is the one that the application was built with. Entities not built yet: "
			+ "Metric.java. Build it, then run this command again.\n";

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws IOException {
		this.project = ExercisesProject.in(folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrate -m next", "revision --autogenerate -m next", "check" })
	void whatComparesTheModelSaysThatTheEntityIsNotBuilt(String command) throws IOException {
		source("Metric");

		assertThat(run(command)).contains(SAID);
	}

	@Test
	void whatIsBuiltIsNotMentioned() throws IOException {
		source("Exercise");

		assertThat(run("migrate -m next")).contains("Generated ").doesNotContain("Entities");
	}

	/**
	 * It is what the command is for.
	 */
	@Test
	void firstRevisionIsWrittenWithoutAWarningThatThereIsNone() throws IOException {
		source("Exercise");

		assertThat(run("heads")).contains("The application has no revisions, so nothing is migrated: no file in file:");
		assertThat(run("migrate -m first")).contains("Generated ").doesNotContain("has no revisions");
	}

	private void source(String entity) throws IOException {
		this.project.write("src/main/java/dev/migrator/documentation/testing/%s.java".formatted(entity),
				"@Entity\nclass %s {\n}\n".formatted(entity));
	}

	private String run(String command) {
		return this.project.run(this.database, command.split(" ")).output();
	}

}
