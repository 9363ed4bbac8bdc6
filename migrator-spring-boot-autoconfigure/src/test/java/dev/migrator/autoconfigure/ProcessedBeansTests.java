package dev.migrator.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What an application declares for the migrator has its effect too after the application
 * was processed ahead of time.
 */
@CompileWithForkedClassLoader
class ProcessedBeansTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path first;

	@TempDir
	private Path second;

	@Test
	void aMarkedDataSourceAndACustomizerCount() {
		TestDatabase marked = Postgres.newDatabase();

		run(Customized.class, (context) -> {
			assertThat(context.getBean(Migrator.class).status().current()).containsExactly("a");
			assertThat(marked.column("select version_num from customized_version")).containsExactly("a");
			assertThat(this.database.has("a")).isFalse();
		}, "marked.url=" + marked.fullUrl());
	}

	@Test
	void severalMigratorsRunInTheirOrder() {
		run(Two.class, (context) -> {
			assertThat(this.database.column("select version_num from first_version")).containsExactly("a");
			assertThat(this.database.column("select version_num from second_version")).containsExactly("after");
		}, "second=" + Revisions.in(this.second).add("after", "alter table a add b int;").location());
	}

	@Test
	void filesThatThePropertiesNameAreKeptInANativeImage() {
		TestGenerationContext generated = new TestGenerationContext();
		process(generated, Customized.class, "marked.url=jdbc:postgresql://nowhere/x",
				"migrator.locations=classpath:/db/one, db/two/,classpath*:db/three,file:/elsewhere",
				"migrator.seed.locations=db/plants", "migrator.autogenerate.schema-file=classpath:wanted.sql",
				"migrator.packages=dev.migrator.example.store");

		RuntimeHints hints = generated.getRuntimeHints();
		for (String kept : List.of("db/one/1.sql", "db/two/2026/1.sql", "db/three/1.sql", "db/plants/1.sql",
				"wanted.sql", "db/accepted-differences.txt", "dev/migrator/example/store/StockItems.class",
				"dev/migrator/internal/script/project/revision.sql.template")) {
			assertThat(RuntimeHintsPredicates.resource().forResource(kept)).as(kept).accepts(hints);
		}
		assertThat(RuntimeHintsPredicates.resource().forResource("elsewhere/1.sql")).rejects(hints);
	}

	@Test
	void manyScriptsAreProcessedToAnIndexThatIsPackedWithThem(@TempDir Path classes) throws IOException {
		Path folder = Files.createDirectories(classes.resolve("db/many"));
		for (int i = 0; i < 100; i++) {
			Files.writeString(folder.resolve(i + ".sql"), "-- revision: r" + i + "\n-- migrator:upgrade\n");
		}
		TestGenerationContext generated = new TestGenerationContext();
		process(generated, Customized.class,
				new URLClassLoader(new URL[] { classes.toUri().toURL() }, getClass().getClassLoader()),
				"marked.url=jdbc:postgresql://nowhere/x", "migrator.locations=/db/many/,classpath:db/few");

		assertThat(generated.getGeneratedFiles().getGeneratedFiles(Kind.RESOURCE))
			.containsKey("db/many/.migrator-index")
			.doesNotContainKey("db/few/.migrator-index");
	}

	@Test
	void whatIsMarkedAsAJavaRevisionAndIsNoneIsRefusedWhileItIsProcessed() {
		assertThatThrownBy(() -> process(new TestGenerationContext(), Two.class, "second=db/none",
				"migrator.packages=dev.migrator.example.wrong"))
			.hasRootCauseInstanceOf(JavaRevisionException.class)
			.hasMessageContaining("dev.migrator.example.wrong.NotARevision has @RevisionScript but is not");
	}

	private void run(Class<?> application, Consumer<GenericApplicationContext> started, String... more) {
		String[] properties = List
			.of("migrator.locations=" + Revisions.in(this.first).add("a", "create table a ();").location(), more[0])
			.toArray(String[]::new);
		TestGenerationContext generated = new TestGenerationContext();
		ClassName initializer = process(generated, application, properties);
		generated.writeGeneratedContent();
		TestCompiler.forSystem().withCompilerOptions("-Xlint:none").with(generated).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				properties(properties).applyTo(context);
				initialize(compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()), context);
				context.refresh();
				started.accept(context);
			}
		});
	}

	private ClassName process(TestGenerationContext generated, Class<?> application, String... properties) {
		return process(generated, application, getClass().getClassLoader(), properties);
	}

	private ClassName process(TestGenerationContext generated, Class<?> application, ClassLoader classLoader,
			String... properties) {
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		source.setClassLoader(classLoader);
		source.register(application);
		properties(properties).applyTo(source);
		return new ApplicationContextAotGenerator().processAheadOfTime(source, generated);
	}

	private TestPropertyValues properties(String... more) {
		return TestPropertyValues.of(this.database.properties()).and(more);
	}

	@SuppressWarnings("unchecked")
	private static void initialize(ApplicationContextInitializer<?> initializer, GenericApplicationContext context) {
		((ApplicationContextInitializer<GenericApplicationContext>) initializer).initialize(context);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class Customized {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource marked(Environment environment) {
			return DataSourceBuilder.create().url(environment.getRequiredProperty("marked.url")).build();
		}

		@Bean
		MigratorCustomizer customizer() {
			return (builder) -> builder.versionTable("customized_version");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class Two {

		@Bean
		@Order(2)
		Migrator second(DataSource dataSource, Environment environment) {
			return Migrator.builder(dataSource)
				.locations(environment.getRequiredProperty("second"))
				.versionTable("second_version")
				.historyTable("second_history")
				.build();
		}

		@Bean
		@Order(1)
		Migrator first(DataSource dataSource, Environment environment) {
			return Migrator.builder(dataSource)
				.locations(environment.getRequiredProperty("migrator.locations"))
				.versionTable("first_version")
				.historyTable("first_history")
				.build();
		}

	}

}
