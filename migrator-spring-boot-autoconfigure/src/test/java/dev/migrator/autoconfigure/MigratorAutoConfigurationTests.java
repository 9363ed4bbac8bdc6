package dev.migrator.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.execution.StepListener;
import dev.migrator.internal.autoconfigure.aot.MigratorRuntimeHints;
import dev.migrator.internal.dialect.address.DatabaseUrl;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When there is a migrator, what may be added to it, and what replaces it.
 */
class MigratorAutoConfigurationTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();");
		this.runner = Contexts.runner(this.database, this.revisions);
	}

	@Test
	void backsOffWithoutDataSourceAndUrl() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigratorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Migrator.class)
				.doesNotHaveBean(MigratorInitializer.class));
	}

	@Test
	void backsOffIfSwitchedOff() {
		this.runner.withPropertyValues("migrator.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(Migrator.class)
				.doesNotHaveBean(MigratorInitializer.class)
				.doesNotHaveBean(SchemaManagementProvider.class);
			assertThat(this.database.has("migrator_version")).isFalse();
		});
	}

	@Test
	void backsOffWithoutSpringJdbc() {
		this.runner.withPropertyValues("migrator.url=" + this.database.url())
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
	}

	@Test
	void migratesWithNothingButADataSource() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Migrator.class).hasSingleBean(MigratorInitializer.class);
			assertThat(this.database.versionRows()).containsExactly("b");
		});
	}

	@Test
	void revisionsOfTheDefaultLocationAreFoundOnTheClassPathOfTheApplication(@TempDir Path root) throws Exception {
		Files.createDirectories(root.resolve("db/revisions/y2026"));
		Revisions.in(root.resolve("db/revisions/y2026")).add("shipped", "create table shipped ();");
		try (URLClassLoader application = new URLClassLoader(new URL[] { root.toUri().toURL() },
				getClass().getClassLoader())) {
			Contexts.runner()
				.withPropertyValues(this.database.properties())
				.withClassLoader(application)
				.run((context) -> assertThat(this.database.versionRows()).containsExactly("shipped"));
		}
	}

	@Test
	void locationThatDoesNotExistIsNoFailure() {
		this.runner.withPropertyValues("migrator.locations=classpath:no/such/place")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().revisions()).isEmpty());
	}

	@Test
	void customizersAreCalledInTheirOrderAfterTheProperties() {
		this.runner.withPropertyValues("migrator.version-table=of_properties")
			.withUserConfiguration(Customizers.class)
			.run((context) -> {
				assertThat(this.database.has("of_second")).isTrue();
				assertThat(this.database.has("of_first")).isFalse();
				assertThat(this.database.has("of_properties")).isFalse();
			});
	}

	@Test
	void listenersAreToldOfEachStepInTheirOrder() {
		this.runner.withUserConfiguration(Listeners.class)
			.run((context) -> assertThat(context.getBean(Told.class).events()).containsExactly("first before a",
					"second before a", "first after a", "second after a", "first before b", "second before b",
					"first after b", "second after b"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void ownMigratorsReplaceOursAndRunInTheirOrder(@TempDir Path folder, CapturedOutput output) {
		Revisions catalog = Revisions.in(folder)
			.add("only", "create table said (id serial, word text); insert into said (word) values ('catalog');");
		this.runner.withUserConfiguration(TwoMigrators.class)
			.withPropertyValues("catalog=" + catalog.location())
			.run((context) -> {
				assertThat(context.getBeansOfType(Migrator.class)).containsOnlyKeys("billing", "catalog");
				assertThat(this.database.column("select version_num from billing_version")).containsExactly("b");
				assertThat(this.database.column("select version_num from catalog_version")).containsExactly("only");
				assertThat(this.database.column("select word from said")).containsExactly("catalog", "billing");
				assertThat(this.database.has("migrator_version")).isFalse();
				assertThat(output).containsSubsequence("Migrator catalog (1 of 2)", "Running upgrade <base> -> only",
						"Migrator billing (2 of 2)", "Running upgrade <base> -> a");
			});
	}

	@Test
	void failureOfOneOfSeveralNamesItInTheCommandsToo(@TempDir Path folder) {
		Revisions catalog = Revisions.in(folder).add("only", "create table said (id serial, word text);");
		ApplicationContextRunner two = this.runner.withUserConfiguration(TwoMigrators.class)
			.withPropertyValues("catalog=" + catalog.location());
		two.run((context) -> assertThat(context).hasNotFailed());
		catalog.file("0001_only.sql", "-- revision: only\n-- migrator:upgrade\ncreate table said ();");

		two.run((context) -> {
			FailureAnalysis analysis = new MigratorFailureAnalyzer().analyze(context.getStartupFailure());

			assertThat(analysis.getDescription())
				.startsWith("Migrator catalog: A script was edited after it was applied:\n\n    only (");
			assertThat(analysis.getAction()).contains("accept it: migrator --migrator catalog stamp --accept only\n");
		});
	}

	@Test
	void oneOfSeveralWhoseDataSourceCannotBeMadeIsNamed() {
		this.runner.withUserConfiguration(MigratorWithoutAnAddress.class).run((context) -> {
			FailureAnalysis analysis = new MigratorFailureAnalyzer().analyze(context.getStartupFailure());

			assertThat(analysis.getDescription()).startsWith("Migrator reports: reports.url cannot be read:");
		});
	}

	@Test
	void migratorThatTheInitializerDoesNotRunIsNotCreatedForItsName(@TempDir Path folder) {
		Revisions catalog = Revisions.in(folder).add("only", "create table said (id serial, word text);");
		this.runner.withUserConfiguration(TwoMigrators.class, InitializerOfTwo.class)
			.withPropertyValues("catalog=" + catalog.location())
			.withBean("unused", Migrator.class, () -> Migrator.builder(new SimpleDriverDataSource()).build(),
					(bean) -> bean.setLazyInit(true))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().containsSingleton("unused")).isFalse();
			});
	}

	@Test
	void ownInitializerReplacesOurs() {
		this.runner.withUserConfiguration(OwnInitializer.class).run((context) -> {
			assertThat(context).hasSingleBean(MigratorInitializer.class).hasSingleBean(Migrator.class);
			assertThat(this.database.versionRows()).containsExactly("a");
		});
	}

	@Test
	void schemaOfTheMigratedDataSourceIsManagedAndNoOther() {
		this.runner.run((context) -> {
			SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
			assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
				.isEqualTo(SchemaManagement.MANAGED);
			assertThat(provider.getSchemaManagement(new SimpleDriverDataSource()))
				.isEqualTo(SchemaManagement.UNMANAGED);
		});
	}

	@Test
	void schemaOfTheMainDataSourceIsNotManagedIfTheMigratorHasOneOfItsOwn() {
		this.runner
			.withPropertyValues("migrator.url=" + this.database.url(), "migrator.username=" + this.database.user(),
					"migrator.password=" + this.database.password())
			.run((context) -> assertThat(context.getBean(SchemaManagementProvider.class)
				.getSchemaManagement(context.getBean(DataSource.class))).isEqualTo(SchemaManagement.UNMANAGED));
	}

	@Test
	void schemaOfAnOwnMigratorIsManagedToo() {
		this.runner.withUserConfiguration(TwoMigrators.class)
			.withPropertyValues("catalog=classpath:none", "migrator.startup=none")
			.run((context) -> assertThat(context.getBean(SchemaManagementProvider.class)
				.getSchemaManagement(context.getBean(DataSource.class))).isEqualTo(SchemaManagement.MANAGED));
	}

	@Test
	void revisionsOfTheDefaultLocationAreKeptInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		new MigratorRuntimeHints().registerHints(hints, getClass().getClassLoader());

		assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/2026/x.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/migration/x.sql")).rejects(hints);
	}

	@Test
	void lazyApplicationIsMigratedThoughItUsesNothing() {
		try (ConfigurableApplicationContext context = lazy()) {
			assertThat(context.getBeanFactory().containsSingleton("unused")).isFalse();
			assertThat(this.database.versionRows()).containsExactly("b");
		}
	}

	@Test
	void lazyApplicationThatOnlyAsksForItsDataSourceFindsItMigrated() {
		try (ConfigurableApplicationContext context = lazy()) {
			DataSource dataSource = context.getBean(DataSource.class);

			assertThat(JdbcClient.create(dataSource).sql("select count(*) from b").query(Integer.class).single())
				.isZero();
		}
	}

	private ConfigurableApplicationContext lazy() {
		List<String> properties = new ArrayList<>(List.of(this.database.properties()));
		properties.add("migrator.locations=" + this.revisions.location());
		SpringApplication application = new SpringApplicationBuilder(Lazy.class).web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.properties(properties.toArray(String[]::new))
			.build();
		return application.run();
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		MigratorCustomizer second() {
			return (builder) -> builder.versionTable("of_second");
		}

		@Bean
		@Order(1)
		MigratorCustomizer first() {
			return (builder) -> builder.versionTable("of_first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		@Bean
		Told told() {
			return new Told(new ArrayList<>());
		}

		@Bean
		@Order(2)
		StepListener second(Told told) {
			return told.listener("second");
		}

		@Bean
		@Order(1)
		StepListener first(Told told) {
			return told.listener("first");
		}

	}

	record Told(List<String> events) {

		StepListener listener(String name) {
			return new StepListener() {

				@Override
				public void beforeStep(Step step) {
					tell(name + " before", step);
				}

				@Override
				public void afterStep(Step step, Duration duration) {
					tell(name + " after", step);
				}

			};
		}

		private void tell(String what, Step step) {
			Revision revision = step.revision();
			this.events.add(what + " " + ((revision != null) ? revision.id() : "stamp"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InitializerOfTwo {

		@Bean
		MigratorInitializer migratorInitializer(@Qualifier("catalog") Migrator catalog,
				@Qualifier("billing") Migrator billing) {
			return new MigratorInitializer(List.of(catalog, billing), StartupMode.UPGRADE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MigratorWithoutAnAddress {

		@Bean
		Migrator shop(DataSource dataSource, @Value("${migrator.locations}") String location) {
			return Migrator.builder(dataSource).locations(location).build();
		}

		@Bean
		Migrator reports() {
			return Migrator
				.builder(() -> new DriverManagerDataSource(
						DatabaseUrl.parse("reports.url", "postgresql://me:a/b@host/reports").jdbcUrl()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoMigrators {

		@Bean
		@Order(2)
		Migrator billing(DataSource dataSource, @Value("${migrator.locations}") String location) {
			return Migrator.builder(dataSource)
				.locations(location)
				.versionTable("billing_version")
				.historyTable("billing_history")
				.listeners(List.of(saying(dataSource, "billing")))
				.build();
		}

		@Bean
		@Order(1)
		Migrator catalog(DataSource dataSource, @Value("${catalog}") String location) {
			return Migrator.builder(dataSource)
				.locations(location)
				.versionTable("catalog_version")
				.historyTable("catalog_history")
				.build();
		}

		private static StepListener saying(DataSource dataSource, String word) {
			return new StepListener() {

				@Override
				public void beforeStep(Step step) {
					Revision revision = step.revision();
					if (revision != null && revision.downRevisions().isEmpty()) {
						JdbcClient.create(dataSource).sql("insert into said (word) values (?)").param(word).update();
					}
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnInitializer {

		@Bean
		MigratorInitializer migrateOnlyTheFirst(Migrator migrator) {
			return new MigratorInitializer(List.of(), StartupMode.UPGRADE) {

				@Override
				public void afterPropertiesSet() {
					migrator.upgrade("a");
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class Lazy {

		@Bean
		Object unused() {
			return new Object();
		}

	}

}
