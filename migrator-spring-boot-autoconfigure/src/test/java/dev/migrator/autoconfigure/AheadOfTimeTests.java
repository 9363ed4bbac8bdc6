package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import dev.migrator.Migrator;
import dev.migrator.example.seeding.UserNames;
import dev.migrator.internal.autoconfigure.bean.CommandApplicationContext;
import dev.migrator.script.JavaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that was processed ahead of time, once for all that is tried with it:
 * processing and compiling take seconds.
 */
@CompileWithForkedClassLoader
class AheadOfTimeTests {

	@TempDir
	private Path folder;

	@Test
	void whatWasProcessedStartsAsTheApplicationDoes() {
		TestDatabase database = Postgres.newDatabase();
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		source.register(Application.class);
		properties(database).applyTo(source);
		TestGenerationContext generated = new TestGenerationContext();
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generated);
		generated.writeGeneratedContent();

		processingDoesNotTouchTheDatabase(database);
		resourcesAreKnown(generated);
		TestCompiler.forSystem().withCompilerOptions("-Xlint:none").with(generated).compile((compiled) -> {
			Supplier<ApplicationContextInitializer<GenericApplicationContext>> application = () -> instance(
					compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()));
			migrationRunsOnceWithItsJavaRevisions(application.get());
			startupIsDecidedWhenItRuns(application.get());
			switchedOffWhenItRunsNothingIsMigrated(application.get());
			commandsWorkOnWhatWasProcessed(application.get());
		});
	}

	private void processingDoesNotTouchTheDatabase(TestDatabase database) {
		assertThat(database.has("migrator_version")).isFalse();
	}

	private void resourcesAreKnown(TestGenerationContext generated) {
		assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/x.sql"))
			.accepts(generated.getRuntimeHints());
	}

	private void migrationRunsOnceWithItsJavaRevisions(
			ApplicationContextInitializer<GenericApplicationContext> application) {
		TestDatabase database = Postgres.newDatabase();
		try (GenericApplicationContext context = started(new GenericApplicationContext(), application, database)) {
			assertThat(context.getBeanNamesForType(JavaRevision.class)).hasSize(1);
			assertThat(context.getBeanDefinition(context.getBeanNamesForType(JavaRevision.class)[0]).isLazyInit())
				.isTrue();
			assertThat(database.versionRows()).containsExactly("seed");
			assertThat(database.column("select name from users")).containsExactly("ann");
			assertThat(context.getBeanFactory().getBeanDefinition("jdbcTemplate").getDependsOn())
				.contains("migratorInitializer");
		}
	}

	private void startupIsDecidedWhenItRuns(ApplicationContextInitializer<GenericApplicationContext> application) {
		TestDatabase database = Postgres.newDatabase();
		try (GenericApplicationContext context = started(new GenericApplicationContext(), application, database,
				"migrator.startup=none")) {
			assertThat(database.has("migrator_version")).isFalse();
			assertThat(context.getBean(Migrator.class).status().pending()).containsExactly("users", "seed");
		}
	}

	private void switchedOffWhenItRunsNothingIsMigrated(
			ApplicationContextInitializer<GenericApplicationContext> application) {
		TestDatabase database = Postgres.newDatabase();
		started(new GenericApplicationContext(), application, database, "migrator.enabled=false").close();

		assertThat(database.has("migrator_version")).isFalse();
	}

	private void commandsWorkOnWhatWasProcessed(ApplicationContextInitializer<GenericApplicationContext> application) {
		TestDatabase database = Postgres.newDatabase();
		try (GenericApplicationContext context = started(new CommandApplicationContext(), application, database,
				"migrator.startup=none")) {
			assertThat(context.getBeanFactory().containsSingleton("jdbcTemplate")).isFalse();
			assertThat(database.has("migrator_version")).isFalse();
			assertThat(context.getBean(Migrator.class).upgrade().to()).containsExactly("seed");
		}
	}

	private GenericApplicationContext started(GenericApplicationContext context,
			ApplicationContextInitializer<GenericApplicationContext> application, TestDatabase database,
			String... more) {
		properties(database).and(more).applyTo(context);
		application.initialize(context);
		context.refresh();
		return context;
	}

	private TestPropertyValues properties(TestDatabase database) {
		Revisions revisions = Revisions.in(this.folder).add("users", "create table users (name text, backend int);");
		return TestPropertyValues.of(database.properties())
			.and("migrator.locations=" + revisions.location(), "migrator.packages=dev.migrator.example.seeding");
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> instance(
			ApplicationContextInitializer<?> initializer) {
		return (ApplicationContextInitializer<GenericApplicationContext>) initializer;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
	static class Application {

		@Bean
		UserNames userNames() {
			return new UserNames(List.of("ann"));
		}

	}

}
