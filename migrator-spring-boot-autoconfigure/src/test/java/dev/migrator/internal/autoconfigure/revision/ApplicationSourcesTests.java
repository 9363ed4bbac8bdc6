package dev.migrator.internal.autoconfigure.revision;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.Contexts;
import dev.migrator.autoconfigure.properties.MigratorConfigurationException;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;
import dev.migrator.problem.MigratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New scripts are written as configured. No database is there.
 */
class ApplicationSourcesTests {

	private final ApplicationContextRunner runner = Contexts.runner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none", "migrator.startup=none",
				"migrator.locations=classpath:db/written");

	@Test
	void scriptsAreWrittenAsConfigured(@TempDir Path directory) {
		this.runner
			.withPropertyValues("migrator.new-scripts.project-directory=" + directory,
					"migrator.new-scripts.file-template={slug}_{year}_{hour}_{rev}",
					"migrator.new-scripts.zone=Europe/Paris", "migrator.new-scripts.slug-length=3",
					"migrator.new-scripts.hooks[0]=echo formatted", "migrator.new-scripts.hooks[1]=echo {file} added")
			.run((context) -> {
				CreatedRevision created = context.getBean(Migrator.class)
					.internals()
					.project()
					.create(NewRevision.builder("one two").revision("abc").build());

				assertThat(created.path()).hasParent(directory.resolve("src/main/resources/db/written"))
					.content()
					.containsPattern("created: .*\\+0[12]:00");
				assertThat(created.path().getFileName().toString()).matches("one_\\d{4}_\\d\\d_abc\\.sql");
				assertThat(created.hooks()).hasSize(2);
			});
	}

	@Test
	void javaRevisionsGoBelowThePackageOfTheApplication(@TempDir Path directory) {
		this.runner.withPropertyValues("migrator.new-scripts.project-directory=" + directory)
			.run((context) -> assertThat(context.getBean(Migrator.class)
				.internals()
				.project()
				.create(NewRevision.builder("add it").type(ScriptType.JAVA).build())
				.path())
				.isEqualTo(directory
					.resolve("src/main/java/dev/migrator/internal/autoconfigure/revision/revisions/AddIt.java")));
	}

	@Test
	void javaRevisionsGoWhereTheyAreLookedFor(@TempDir Path directory) {
		this.runner
			.withPropertyValues("migrator.new-scripts.project-directory=" + directory,
					"migrator.packages=com.example.none")
			.run((context) -> assertThat(context.getBean(Migrator.class)
				.internals()
				.project()
				.create(NewRevision.builder("add it").type(ScriptType.JAVA).build())
				.path()).isEqualTo(directory.resolve("src/main/java/com/example/none/AddIt.java")));
	}

	@Test
	void templatesAndPackageAreThoseConfigured(@TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("j"),
				"package ${package};\n@RevisionScript(revision = ${revision})\nclass ${class} { /* mine */ }\n");
		this.runner
			.withPropertyValues("migrator.new-scripts.project-directory=" + directory,
					"migrator.packages=com.example.none", "migrator.new-scripts.java-package=com.example.none.db",
					"migrator.new-scripts.java-template=j", "migrator.new-scripts.sql-template=missing")
			.run((context) -> {
				Migrator migrator = context.getBean(Migrator.class);

				assertThat(migrator.internals()
					.project()
					.create(NewRevision.builder("x").type(ScriptType.JAVA).build())
					.path()).isEqualTo(directory.resolve("src/main/java/com/example/none/db/X.java"))
					.content()
					.contains("mine");
				assertThatExceptionOfType(MigratorException.class)
					.isThrownBy(() -> migrator.internals().project().create(NewRevision.of("y")))
					.withMessageContaining("The template missing cannot be read");
			});
	}

	@Test
	void projectThatIsNotThereIsNamed(@TempDir Path directory) {
		this.runner.withPropertyValues("migrator.new-scripts.project-directory=" + directory.resolve("none"))
			.run((context) -> assertThatExceptionOfType(MigratorConfigurationException.class)
				.isThrownBy(() -> context.getBean(Migrator.class).internals().project().create(NewRevision.of("x")))
				.withMessageContaining("migrator.new-scripts.project-directory is " + directory.resolve("none")));
	}

	@Test
	void projectOfTheApplicationIsFoundWithoutBeingConfigured() {
		this.runner.run((context) -> {
			MigratorProperties properties = context.getBean(MigratorProperties.class);

			assertThat(ApplicationSources.of(properties, context.getBeanFactory()).project())
				.contains(new Project(Path.of("")));
		});
	}

	@SpringBootConfiguration
	@AutoConfigurationPackage
	static class Application {

	}

}
