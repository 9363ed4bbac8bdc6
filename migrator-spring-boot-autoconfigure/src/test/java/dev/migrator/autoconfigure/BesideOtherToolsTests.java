package dev.migrator.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has Flyway or Liquibase too: what they made is there when the
 * revisions run.
 */
@ExtendWith(OutputCaptureExtension.class)
class BesideOtherToolsTests {

	private static final AutoConfigurations FLYWAY = AutoConfigurations.of(FlywayAutoConfiguration.class);

	private static final AutoConfigurations LIQUIBASE = AutoConfigurations.of(LiquibaseAutoConfiguration.class);

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path temporary) throws Exception {
		this.folder = temporary;
		Files.createDirectories(temporary.resolve("flyway"));
		Files.createDirectories(temporary.resolve("revisions"));
		Files.writeString(temporary.resolve("flyway/V1__old.sql"), "create table of_flyway (id int);");
		Files.writeString(temporary.resolve("changelog.sql"), """
				--liquibase formatted sql

				--changeset somebody:1
				create table of_liquibase (id int);
				""");
		this.revisions = Revisions.in(temporary.resolve("revisions"));
		this.runner = Contexts.runner(this.database, this.revisions)
			.withPropertyValues("spring.flyway.locations=filesystem:" + temporary.resolve("flyway"),
					"spring.liquibase.change-log=file:" + temporary.resolve("changelog.sql"));
	}

	@Test
	void firstRevisionAltersWhatFlywayHasCreatedInAnEmptyDatabase(CapturedOutput output) {
		this.revisions.add("a", "alter table of_flyway add column name text;");

		this.runner.withConfiguration(FLYWAY).run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("a");
		assertSaid(output, "Flyway uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void firstRevisionAltersWhatLiquibaseHasCreatedInAnEmptyDatabase(CapturedOutput output) {
		this.revisions.add("a", "alter table of_liquibase add column name text;");

		this.runner.withConfiguration(LIQUIBASE).run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("a");
		assertSaid(output,
				"Liquibase uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void firstRevisionAltersWhatBothHaveCreatedInAnEmptyDatabase(CapturedOutput output) {
		this.revisions.add("a", "alter table of_flyway add column name text; alter table of_liquibase add b int;");

		beside(this.runner).run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("a");
		assertSaid(output,
				"Flyway and Liquibase use the same database: their beans come first, then the revisions of the migrator");
	}

	@Test
	void revisionThatCreatesWhatFlywayHasCreatedIsToldToLeaveItOut() {
		this.revisions.add("a", "create table of_flyway ();");

		this.runner.withConfiguration(FLYWAY)
			.run((context) -> assertThat(Contexts.problem(context).action()).isEqualTo(
					"""
							Nothing of this revision was kept; the database is empty of revisions. Fix the script and start again.

							Flyway has run on this database (flyway_schema_history). If it created the existing \
							object, and runs first on a new database too, remove that from the script.

							If this database had its schema before it had a migrator, stamp it with the revision that this schema is \
							at (this one, or one that follows it), and only what comes after that will be run:

							    migrator stamp a"""));
	}

	@Test
	void revisionWithoutATransactionThatCreatesWhatFlywayHasCreatedIsToldTheSame() {
		this.revisions.addWithoutTransaction("a", "create table of_flyway ();");

		this.runner.withConfiguration(FLYWAY)
			.run((context) -> assertThat(Contexts.problem(context).action()).isEqualTo("""
					This revision runs without a transaction: 0 of its 1 statements were completed and are kept; \
					the database is \
					empty of revisions. Fix the script from statement 1 on and start again: it continues there.

					Flyway has run on this database (flyway_schema_history). If it created the existing \
					object, and runs first on a new database too, remove that from the script."""));
	}

	@Test
	void laterRevisionThatCreatesWhatLiquibaseHasCreatedIsToldTheSame() {
		this.revisions.add("a", "").add("b <- a", "create table of_liquibase ();");
		this.runner.withPropertyValues("migrator.target=a").run((context) -> assertThat(context).hasNotFailed());

		this.runner.withConfiguration(LIQUIBASE)
			.run((context) -> assertThat(Contexts.problem(context).action()).isEqualTo("""
					Nothing of this revision was kept; the database is at a. Fix the script and start again.

					Liquibase has run on this database (databasechangelog). If it created the existing \
					object, and runs first on a new database too, remove that from the script."""));
	}

	@Test
	void severalFlywaysOfTheApplicationAllComeFirst(CapturedOutput output) throws Exception {
		Files.createDirectories(this.folder.resolve("more"));
		Files.writeString(this.folder.resolve("more/V1__more.sql"), "create table of_more (id int);");
		this.revisions.add("a", "alter table of_flyway add b int; alter table of_more add b int;");

		this.runner.withPropertyValues("old=" + this.folder.resolve("flyway"), "more=" + this.folder.resolve("more"))
			.withUserConfiguration(TwoFlyways.class)
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("a");
		assertSaid(output, "Flyway uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void flywayWithAnotherLoginToTheSameDatabaseIsNamedToo(CapturedOutput output) {
		this.revisions.add("a", "alter table of_flyway add column name text;");

		this.runner.withConfiguration(FLYWAY)
			.withPropertyValues("spring.flyway.url=" + this.database.url(),
					"spring.flyway.user=" + this.database.user(), "spring.flyway.password=" + this.database.password())
			.run((context) -> assertThat(context).hasNotFailed());

		assertSaid(output, "Flyway uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void flywayOnADataSourceOfItsOwnIsNotMentioned(CapturedOutput output) {
		TestDatabase other = Postgres.newDatabase();
		this.revisions.add("a", "create table a ();");

		this.runner.withConfiguration(FLYWAY)
			.withPropertyValues("other.url=" + other.url(), "other.user=" + other.user(),
					"other.password=" + other.password())
			.withUserConfiguration(FlywayElsewhere.class)
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(other.has("of_flyway")).isTrue();
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(output).doesNotContain("the same database");
	}

	@Test
	void whatIsSaidOfFlywayIsTrueWhereAStrategyKeepsItFromRunning(CapturedOutput output) {
		this.revisions.add("a", "create table a ();");

		this.runner.withConfiguration(FLYWAY).withBean(FlywayMigrationStrategy.class, () -> (flyway) -> {
		}).run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.has("of_flyway")).isFalse();
		assertSaid(output, "Flyway uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void whatIsSaidOfLiquibaseIsTrueWhereItIsKeptFromRunning(CapturedOutput output) {
		this.revisions.add("a", "create table a ();");

		this.runner.withUserConfiguration(IdleLiquibase.class).run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.has("of_liquibase")).isFalse();
		assertSaid(output,
				"Liquibase uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void flywayOfTheContextAboveIsNamedToo(CapturedOutput output) {
		this.revisions.add("a", "alter table of_flyway add column name text;");

		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
			.withPropertyValues(this.database.properties())
			.withPropertyValues("spring.flyway.locations=filesystem:" + this.folder.resolve("flyway"))
			.run((above) -> this.runner.withParent(above).run((context) -> assertThat(context).hasNotFailed()));

		assertThat(this.database.versionRows()).containsExactly("a");
		assertSaid(output, "Flyway uses the same database: its beans come first, then the revisions of the migrator");
	}

	@Test
	void toolThatIsSwitchedOffIsNotMentioned(CapturedOutput output) {
		this.revisions.add("a", "create table a ();");

		this.runner.withConfiguration(FLYWAY)
			.withConfiguration(LIQUIBASE)
			.withPropertyValues("spring.flyway.enabled=false", "spring.liquibase.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("the same database");
	}

	@Test
	void nothingIsSaidWhereNothingIsMigrated(CapturedOutput output) {
		this.runner.withConfiguration(FLYWAY)
			.withPropertyValues("migrator.startup=none")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("the same database");
	}

	@Test
	void beanThatWaitsForTheDatabaseWaitsForAll() {
		this.revisions.add("a", "alter table of_flyway add column name text;");

		beside(this.runner).withUserConfiguration(Waiting.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("waiting")).isEqualTo(0L);
		});
	}

	@Test
	void scriptsOfSpringBootComeLast() {
		this.revisions.add("a", "alter table of_flyway add column name text;");
		Revisions.in(this.folder).file("data.txt", "insert into of_flyway (id, name) values (1, 'last')");

		this.runner.withConfiguration(FLYWAY)
			.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.mode=always",
					"spring.sql.init.data-locations=file:" + this.folder.resolve("data.txt"))
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.value("select name from of_flyway")).isEqualTo("last");
	}

	@Test
	void tablesOfEntitiesComeBeforeAllIfSpringBootIsToldTo() {
		this.revisions.add("a", "alter table of_flyway add column name text; alter table items add column more int;");

		this.runner.withConfiguration(FLYWAY)
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(InitializationOrderTests.Entities.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=create", "spring.flyway.baseline-on-migrate=true",
					"spring.flyway.baseline-version=0", "spring.jpa.defer-datasource-initialization=true",
					"migrator.packages=none")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void initializersWaitForEachOtherInThisOrder() {
		beside(this.runner).run((context) -> {
			assertThat(dependencies(context, "flywayInitializer")).contains("liquibase");
			assertThat(dependencies(context, "migratorInitializer")).containsExactly("flywayInitializer");
		});
	}

	/**
	 * Flyway needs to be told that it is not the first in a database.
	 */
	private static ApplicationContextRunner beside(ApplicationContextRunner runner) {
		return runner.withConfiguration(FLYWAY)
			.withConfiguration(LIQUIBASE)
			.withPropertyValues("spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0");
	}

	private static String[] dependencies(ConfigurableApplicationContext context, String bean) {
		String[] found = context.getBeanFactory().getMergedBeanDefinition(bean).getDependsOn();
		return (found != null) ? found : new String[0];
	}

	private static void assertSaid(CapturedOutput output, String line) {
		assertThat(output.toString().lines().filter((each) -> each.contains("the same database"))).singleElement()
			.asString()
			.endsWith(" " + line);
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFlyways {

		@Bean(initMethod = "migrate")
		Flyway old(DataSource dataSource, Environment environment) {
			return Flyway.configure()
				.dataSource(dataSource)
				.locations("filesystem:" + environment.getRequiredProperty("old"))
				.load();
		}

		@Bean(initMethod = "migrate")
		Flyway more(DataSource dataSource, Environment environment) {
			return Flyway.configure()
				.dataSource(dataSource)
				.table("flyway_more")
				.baselineOnMigrate(true)
				.baselineVersion("0")
				.locations("filesystem:" + environment.getRequiredProperty("more"))
				.load();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FlywayElsewhere {

		@Bean(defaultCandidate = false)
		@FlywayDataSource
		DataSource elsewhere(Environment environment) {
			return DataSourceBuilder.create()
				.type(SimpleDriverDataSource.class)
				.url(environment.getRequiredProperty("other.url"))
				.username(environment.getProperty("other.user"))
				.password(environment.getProperty("other.password"))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IdleLiquibase {

		@Bean
		SpringLiquibase liquibase(DataSource dataSource, Environment environment) {
			SpringLiquibase liquibase = new SpringLiquibase();
			liquibase.setDataSource(dataSource);
			liquibase.setChangeLog(environment.getRequiredProperty("spring.liquibase.change-log"));
			liquibase.setShouldRun(false);
			return liquibase;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Waiting {

		@Bean
		@DependsOnDatabaseInitialization
		Object waiting(DataSource dataSource, Migrator migrator) {
			return JdbcClient.create(dataSource)
				.sql("select count(name) + (select count(*) from of_liquibase) from of_flyway")
				.query(Long.class)
				.single();
		}

	}

}
