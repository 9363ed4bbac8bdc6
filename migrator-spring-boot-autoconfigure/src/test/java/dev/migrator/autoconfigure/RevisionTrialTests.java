package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.internal.autogenerate.revision.TrialFailedException;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an application generates is tried first, with a pool of one connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class RevisionTrialTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path temporary) throws IOException {
		Path project = Files.createDirectory(temporary.resolve("project"));
		Files.writeString(project.resolve("schema.sql"), "create table exercises (id serial primary key);");
		this.revisions = Files.createDirectory(temporary.resolve("revisions"));
		this.runner = Contexts.runner(this.database, Revisions.in(this.revisions))
			.withPropertyValues("migrator.new-scripts.project-directory=" + project,
					"migrator.autogenerate.schema-file=schema.sql", "spring.datasource.hikari.maximum-pool-size=1");
	}

	@Test
	void itIsSaidWhatWasTried(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(generate(context.getBean(Migrator.class)).path()).exists();
			assertThat(output).contains("Tried in a scratch database: the upgrade and the downgrade");
		});
	}

	@Test
	void whatFailsIsNotWritten() {
		this.runner.withUserConfiguration(Mistaken.class).run((context) -> {
			assertThatExceptionOfType(TrialFailedException.class)
				.isThrownBy(() -> generate(context.getBean(Migrator.class)))
				.withMessageContaining("GRANT SELECT ON exercise TO PUBLIC")
				.withMessageContaining("relation \"exercise\" does not exist");
			assertThat(this.revisions).isEmptyDirectory();
		});
	}

	@Test
	void itCanBeLeftOut(CapturedOutput output) {
		this.runner.withUserConfiguration(Mistaken.class)
			.withPropertyValues("migrator.autogenerate.trial=false")
			.run((context) -> {
				assertThat(generate(context.getBean(Migrator.class)).path()).exists();
				assertThat(output).doesNotContain("scratch database");
			});
	}

	private static CreatedRevision generate(Migrator migrator) {
		return migrator.internals()
			.autogeneration()
			.write(NewRevision.of("exercises"), migrator.compareModel(List.of()))
			.get(0);
	}

	@Configuration(proxyBeanMethods = false)
	static class Mistaken {

		@Bean
		ChangeCustomizer grants() {
			return (changes) -> {
				List<Change> more = new ArrayList<>(changes);
				if (!changes.isEmpty()) {
					more.add(Change.of(ExecuteSql.of("GRANT SELECT ON exercise TO PUBLIC")));
				}
				return more;
			};
		}

	}

}
