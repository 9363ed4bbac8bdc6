package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

import dev.migrator.Migrator;
import dev.migrator.example.seeding.UserNames;
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
 * An application that was processed ahead of time.
 */
@CompileWithForkedClassLoader
class AheadOfTimeTests {

	@Test
	void migrationRunsOnceWithItsJavaRevisions(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();
		Revisions revisions = revisions(folder);

		processed(database, revisions, (context, generated) -> {
			context.refresh();

			assertThat(context.getBeanNamesForType(JavaRevision.class)).hasSize(1);
			assertThat(context.getBeanDefinition(context.getBeanNamesForType(JavaRevision.class)[0]).isLazyInit())
				.isTrue();
			assertThat(database.versionRows()).containsExactly("seed");
			assertThat(database.column("select name from users")).containsExactly("ann");
			assertThat(context.getBeanFactory().getBeanDefinition("jdbcTemplate").getDependsOn())
				.contains("migratorInitializer");
			assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/x.sql"))
				.accepts(generated.getRuntimeHints());
		});
	}

	@Test
	void processingDoesNotTouchTheDatabase(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();

		processed(database, revisions(folder),
				(context, generated) -> assertThat(database.has("migrator_version")).isFalse());
	}

	@Test
	void startupIsDecidedWhenItRuns(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();

		processed(database, revisions(folder), (context, generated) -> {
			TestPropertyValues.of("migrator.startup=none").applyTo(context);
			context.refresh();

			assertThat(database.has("migrator_version")).isFalse();
			assertThat(context.getBean(Migrator.class).status().pending()).containsExactly("users", "seed");
		});
	}

	@Test
	void switchedOffWhenItRunsNothingIsMigrated(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();

		processed(database, revisions(folder), (context, generated) -> {
			TestPropertyValues.of("migrator.enabled=false").applyTo(context);
			context.refresh();

			assertThat(database.has("migrator_version")).isFalse();
		});
	}

	@Test
	void commandsWorkOnWhatWasProcessed(@TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();

		processed(new CommandApplicationContext(), database, revisions(folder), (context, generated) -> {
			TestPropertyValues.of("migrator.startup=none").applyTo(context);
			context.refresh();

			assertThat(context.getBeanFactory().containsSingleton("jdbcTemplate")).isFalse();
			assertThat(database.has("migrator_version")).isFalse();
			assertThat(context.getBean(Migrator.class).upgrade().to()).containsExactly("seed");
		});
	}

	private static Revisions revisions(Path folder) {
		return Revisions.in(folder).add("users", "create table users (name text, backend int);");
	}

	private static void processed(TestDatabase database, Revisions revisions,
			BiConsumer<GenericApplicationContext, TestGenerationContext> run) {
		processed(new GenericApplicationContext(), database, revisions, run);
	}

	private static void processed(GenericApplicationContext application, TestDatabase database, Revisions revisions,
			BiConsumer<GenericApplicationContext, TestGenerationContext> run) {
		TestPropertyValues properties = TestPropertyValues.of(database.properties())
			.and("migrator.locations=" + revisions.location(), "migrator.packages=dev.migrator.example.seeding");
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		source.register(Application.class);
		properties.applyTo(source);
		TestGenerationContext generated = new TestGenerationContext();
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generated);
		generated.writeGeneratedContent();
		TestCompiler.forSystem().withCompilerOptions("-Xlint:none").with(generated).compile((compiled) -> {
			try (GenericApplicationContext context = application) {
				properties.applyTo(context);
				ApplicationContextInitializer<GenericApplicationContext> generatedInitializer = instance(
						compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()));
				generatedInitializer.initialize(context);
				run.accept(context, generated);
			}
		});
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
