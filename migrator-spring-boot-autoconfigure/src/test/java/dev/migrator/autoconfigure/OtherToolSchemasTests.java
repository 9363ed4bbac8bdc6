package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands beside a tool that has schemas of its own: it looks at these alone, and only
 * there the migrator and another application can be in its way.
 */
class OtherToolSchemasTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		this.project.write("flyway/V1__old.sql",
				"create table exercises (id uuid primary key, name varchar(100) not null unique);");
		this.revisions = this.project.revisions();
	}

	@Test
	void flywayOfAnotherServiceIsNotThatOfThisOne() {
		this.revisions.add("a", "create table a ();");
		this.database.execute("create schema b");
		flywayRuns("a");

		assertThat(run("b", "upgrade", "--spring.flyway.enabled=true").output()).startsWith(
				"Flyway has not run on this database (it has no table b.flyway_schema_history), and needs empty "
						+ "schemas for that");

		flywayRuns("b");

		assertThat(run("b", "upgrade", "--spring.flyway.enabled=true").exitCode()).isZero();
		flywayRuns("b");
	}

	@Test
	void firstRevisionHasNothingToDoWithFlywayOfAnotherService() {
		flywayRuns("a");
		this.database.execute("create schema b");

		assertThat(run("b", "migrate", "-m", "baseline").output()).doesNotContain("Flyway");
	}

	@Test
	void firstRevisionWaitsForFlywayWhateverThatOfAnotherServiceDid() {
		flywayRuns("a");
		this.database.execute("create schema b");

		assertThat(run("b", "migrate", "-m", "baseline", "--spring.flyway.enabled=true").output()).contains(
				"Flyway has not run on this database (it has no table b.flyway_schema_history). It runs before the");
	}

	@Test
	void failedRevisionHasNothingToDoWithFlywayOfAnotherService() {
		this.revisions.add("a", "create table there ();");
		flywayRuns("a");
		this.database.execute("create schema b; create table b.there ()");

		assertThat(run("b", "upgrade").output()).contains("relation \"there\" already exists").doesNotContain("Flyway");
	}

	@Test
	void flywayWhoseSchemasTheMigratorLeavesAloneIsNotWaitedFor() {
		this.revisions.add("a", "create table a ();");

		assertThat(run("public", "upgrade", "--spring.flyway.enabled=true", "--spring.flyway.default-schema=legacy")
			.exitCode()).isZero();

		flywayRuns("legacy");
	}

	@Test
	void flywayThatHasTheSchemaOfTheMigratorAmongOthersIsWaitedFor() {
		this.revisions.add("a", "create table a ();");
		this.database.execute("create schema old");

		assertThat(
				run("public", "upgrade", "--spring.flyway.enabled=true", "--spring.flyway.schemas=old,public").output())
			.startsWith("Flyway has not run on this database (it has no table old.flyway_schema_history), and");

		this.database.execute("create table old.there ()");

		assertThat(run("public", "upgrade", "--spring.flyway.enabled=true", "--spring.flyway.schemas=old,public")
			.exitCode()).isZero();
	}

	@Test
	void tablesOfTheMigratorMayBeElsewhereThanThoseOfItsRevisions() {
		this.revisions.add("a", "create table a ();");
		this.database.execute("create schema meta");

		assertThat(run("public", "upgrade", "--spring.flyway.enabled=true", "--migrator.schema=meta").output())
			.startsWith("Flyway has not run on this database (it has no table public.flyway_schema_history), and");
	}

	@Test
	void urlOfFlywaySaysItsSchema() {
		this.revisions.add("a", "create table a ();");
		this.database.execute("create schema b");

		assertThat(run("public", "upgrade", "--spring.flyway.enabled=true", "--spring.flyway.url=" + url("b"),
				"--spring.flyway.user=" + this.database.user(), "--spring.flyway.password=" + this.database.password())
			.exitCode()).isZero();
	}

	@Test
	void markedDataSourceGoesBeforeTheUrl() {
		String other = Postgres.newDatabase().url();

		assertThat(run(MarkedApplication.class, "public", "ensure-version", "--spring.flyway.enabled=true",
				"--spring.flyway.url=" + other)
			.output()).startsWith("Flyway has not run on this database");
	}

	@Test
	void resetDropsASchemaInWhichFlywayHasNothing() {
		this.revisions.add("a", "create table a ();");
		flywayRuns("legacy");

		assertThat(run("public", "reset", "--yes", "--migrator.reset-allowed=true", "--spring.flyway.enabled=true",
				"--spring.flyway.default-schema=legacy")
			.exitCode()).isZero();

		assertThat(this.database.has("legacy.exercises")).isTrue();
	}

	@Test
	void resetDropsNothingInASchemaThatFlywayHasAmongOthers() {
		flywayRuns("legacy");

		assertThat(run("public", "reset", "--yes", "--migrator.reset-allowed=true", "--spring.flyway.enabled=true",
				"--spring.flyway.schemas=legacy,public")
			.output()).startsWith("Flyway changes this database too, before the revisions do.");
	}

	@Test
	void resetDropsASchemaInWhichLiquibaseHasNothing() {
		this.revisions.add("a", "create table a ();");

		assertThat(run("public", "reset", "--yes", "--migrator.reset-allowed=true", "--spring.liquibase.enabled=true",
				"--spring.liquibase.default-schema=legacy")
			.exitCode()).isZero();
		assertThat(run("public", "reset", "--yes", "--migrator.reset-allowed=true", "--spring.liquibase.enabled=true",
				"--spring.liquibase.liquibase-schema=legacy")
			.output()).startsWith("Liquibase changes this database too, before the revisions do.");
	}

	private void flywayRuns(String schema) {
		Flyway.configure()
			.dataSource(this.database.dataSource())
			.schemas(schema)
			.locations("filesystem:" + this.project.path("flyway"))
			.load()
			.migrate();
	}

	private String url(String schema) {
		return this.database.url() + (this.database.url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
	}

	private CommandRun run(String schema, String... command) {
		return run(ExercisesApplication.class, schema, command);
	}

	private CommandRun run(Class<?> application, String schema, String... command) {
		return this.project.run(application, this.database,
				Stream.concat(Stream.of(command), Stream.of("--spring.datasource.url=" + url(schema)))
					.toArray(String[]::new));
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
			MigratorAutoConfiguration.class })
	static class MarkedApplication {

		@Bean
		@Primary
		DataSource dataSource(Environment environment) {
			return ofFlyway(environment);
		}

		@Bean
		@FlywayDataSource
		DataSource ofFlyway(Environment environment) {
			return new DriverManagerDataSource(environment.getRequiredProperty("spring.datasource.url"),
					environment.getRequiredProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password", ""));
		}

	}

}
