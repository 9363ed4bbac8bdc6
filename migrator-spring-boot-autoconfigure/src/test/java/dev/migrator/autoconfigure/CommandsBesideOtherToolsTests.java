package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Commands of an application that has Flyway or Liquibase too: no command runs those, and
 * none takes their turn.
 */
class CommandsBesideOtherToolsTests {

	private static final String REFUSED = """
			Flyway has not run on this database (it has no table public.flyway_schema_history), and needs empty \
			schemas for that: if it finds tables, it ends the start of the application ("Found non-empty schema(s) \
			... but no \
			schema history table"), or counts its migrations up to the baseline as done. Nothing was changed.

			Start the application once: it runs Flyway, and then the revisions. Or run Flyway by itself before this command.
			If the revisions do not need anything from Flyway, Flyway may run after them, with \
			spring.flyway.baseline-on-migrate=true \
			and spring.flyway.baseline-version=0, here and at the start.
			""";

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

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "migrate", "ensure-version", "stamp", "seed" })
	void commandDoesNotFillTheEmptyDatabaseThatFlywayNeeds(String command) throws Exception {
		this.revisions.add("a", "create table a ();");
		this.project.write("seed/one.sql", "select 1;");

		CommandRun run = flyway(command, "--migrator.seed.locations=file:" + this.project.path("seed"));

		assertThat(run.output()).isEqualTo(REFUSED);
		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void onceFlywayHasRunTheCommandRunsTheRevisions() {
		this.revisions.add("a", "alter table exercises add column more int;");
		flywayRuns();

		assertThat(flyway("upgrade").exitCode()).isZero();
		assertThat(this.database.versionRows()).containsExactly("a");
		flywayRuns();
	}

	@Test
	void scratchDatabaseWouldLackWhatFlywayMakes() {
		this.revisions.add("a", "alter table exercises add column more int;");
		flywayRuns();

		CommandRun check = flyway("check", "--from", "scratch");
		assertThat(check.output())
			.isEqualTo("Flyway runs before the revisions, and would not run on a scratch database: what the revisions "
					+ "make of an empty database is not known. Upgrade a database on which Flyway has run, and compare "
					+ "the model with that: leave --from scratch out.\n");
		assertThat(check.exitCode()).isEqualTo(1);
		assertThat(flyway("migrate", "-m", "x").output()).contains("Target database is not up to date.");
		flyway("upgrade");
		assertThat(flyway("check", "--migrator.autogenerate.drop=none").output()).contains("Nothing was found");
	}

	@Test
	void databaseThatHasSomethingIsNoneThatFlywayWouldTake() {
		this.revisions.add("a", "create table a ();");
		this.database.execute("create table other ()");

		assertThat(flyway("stamp").exitCode()).isZero();
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void flywayThatIsToldToRunAnywhereIsNotWaitedFor() {
		this.revisions.add("a", "create table a ();");

		assertThat(flyway("upgrade", "--spring.flyway.baseline-on-migrate=true", "--spring.flyway.baseline-version=0")
			.exitCode()).isZero();

		Flyway.configure().configuration(flyway()).baselineOnMigrate(true).baselineVersion("0").load().migrate();
		assertThat(this.database.has("exercises")).isTrue();
		flywayRuns();
	}

	@Test
	void baselineThatWouldCountTheFirstMigrationAsDoneIsWaitedFor() {
		this.revisions.add("a", "create table a ();");

		assertThat(flyway("upgrade", "--spring.flyway.baseline-on-migrate=true").output()).isEqualTo(REFUSED);
	}

	@Test
	void flywayThatHasAnotherDatabaseIsNotWaitedFor() {
		this.revisions.add("a", "create table a ();");

		assertThat(flyway("upgrade", "--spring.flyway.url=" + Postgres.newDatabase().url()).exitCode()).isZero();
		assertThat(flyway("ensure-version", "--spring.flyway.url=" + this.database.url()).exitCode()).isZero();
	}

	@Test
	void flywayThatHasTheSameDatabaseByAnotherUrlIsWaitedFor() {
		this.revisions.add("a", "create table a ();");

		assertThat(flyway("upgrade", "--spring.flyway.url=" + this.database.url()).output()).isEqualTo(REFUSED);
	}

	@Test
	void flywayThatHasTheSameDatabaseByAnotherNameOfTheHostIsWaitedFor() {
		this.revisions.add("a", "create table a ();");
		String url = this.database.url();
		String other = url.contains("//localhost") ? url.replace("//localhost", "//127.0.0.1")
				: url.replace("//127.0.0.1", "//localhost");

		assertThat(other).isNotEqualTo(url);
		assertThat(flyway("upgrade", "--spring.flyway.url=" + other).output()).isEqualTo(REFUSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "migrate", "stamp", "seed" })
	void commandThatWritesNothingIsNotRefused(String command) {
		assertThat(flyway(command).exitCode()).isZero();
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void onceTheMigratorHasWrittenTheTurnOfFlywayIsOver() {
		List<String> elsewhere = List.of("--migrator.schema=meta");
		this.database.execute("create schema meta");
		this.revisions.add("a", "select 1;");
		assertThat(run(ExercisesApplication.class, elsewhere, "upgrade").exitCode()).isZero();
		this.revisions.add("b <- a", "create table b ();");

		assertThat(run(OwnFlywayApplication.class, elsewhere, "upgrade").output()).doesNotContain("Flyway");
	}

	@Test
	void dryRunLeavesTheDatabaseEmptyAndIsNotRefused() {
		this.revisions.add("a", "create table a ();");

		assertThat(flyway("upgrade", "--dry-run").exitCode()).isZero();
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void flywayThatTheApplicationDeclaresIsWarnedOfAndNotRun() {
		this.revisions.add("a", "create table a ();");

		assertThat(run(OwnFlywayApplication.class, List.of(), "ensure-version").output()).isEqualTo("""
				Flyway has not run on this database, and code of the application decides how it runs (a bean \
				of its own, a \
				migration strategy). Unless it has baselineOnMigrate(true) and baselineVersion("0"), it \
				fails at every start once there are tables: in that case run it before this command.
				Migrating with time zone UTC (migrator.session-time-zone), DateStyle ISO, MDY
				The version table and the history table exist
				""");

		assertThat(this.database.has("exercises")).isFalse();
		assertThatExceptionOfType(FlywayException.class).isThrownBy(this::flywayRuns)
			.withMessageContaining(
					"Found non-empty schema(s) \"public\" but no schema history table. Use baseline() or set "
							+ "baselineOnMigrate to true to initialize the schema history table.");
	}

	@Test
	void flywayWithAStrategyOfTheApplicationIsWarnedOfToo() {
		CommandRun run = run(StrategyApplication.class, List.of("--spring.flyway.enabled=true"), "ensure-version");

		assertThat(run.exitCode()).isZero();
		assertThat(run.output())
			.startsWith("Flyway has not run on this database, and code of the application decides how it runs (a "
					+ "bean of its own, a migration strategy). ");
	}

	@Test
	void revisionThatFailsBecauseFlywayHasNotRunSaysSo() {
		this.revisions.add("a", "alter table exercises add column more int;");
		this.database.execute("create table other ()");

		assertThat(flyway("upgrade").output()).endsWith("""
				    alter table exercises add column more int

				  relation "exercises" does not exist (SQLSTATE 42P01)

				Flyway has not run on this database (it has no table public.flyway_schema_history), and has \
				to run before the revisions. \
				If it creates the missing object, run it first: start the application, which then runs the \
				revisions too, or \
				run Flyway by itself, and then this command again.

				Nothing of this revision was kept; the database is empty of revisions. Fix the script and start again.
				""");
	}

	@Test
	void revisionThatFailsBecauseLiquibaseHasNotRunSaysSo() {
		this.revisions.add("a", "alter table exercises add column more int;");

		assertThat(liquibase("upgrade").output()).endsWith("""
				  relation "exercises" does not exist (SQLSTATE 42P01)

				Liquibase has not run on this database (it has no table public.databasechangelog), and has \
				to run before the revisions. \
				If it creates the missing object, run it first: start the application, which then runs the \
				revisions too, or \
				run Liquibase by itself, and then this command again.

				Nothing of this revision was kept; the database is empty of revisions. Fix the script and start again.
				""");
	}

	@Test
	void otherFailuresHaveNothingToDoWithFlyway() {
		this.revisions.add("a", "select 1 / 0;");
		this.database.execute("create table other ()");

		assertThat(flyway("upgrade").output()).contains("division by zero").doesNotContain("Flyway");
	}

	@Test
	void resetDoesNotDropWhatNoCommandCreatesAgain() {
		this.revisions.add("a", "create table a ();");
		flywayRuns();

		assertThat(flyway("reset", "--yes", "--migrator.reset-allowed=true").output()).isEqualTo(
				"""
						Flyway changes this database too, before the revisions do. A reset drops what it made, and no command runs it, \
						so the revisions would come first.

						Drop the schema and create it again yourself (DROP SCHEMA ... CASCADE), and start the application: it runs \
						Flyway, and then the revisions.
						Nothing has been dropped.
						""");
		assertThat(this.database.has("exercises")).isTrue();
	}

	/**
	 * Through a pooler, for one.
	 */
	@Test
	void resetDropsNoHistoryOfAToolThatSeemsToHaveAnotherDatabase() {
		this.revisions.add("a", "create table a ();");
		flywayRuns();
		String[] reset = { "reset", "--yes", "--migrator.reset-allowed=true",
				"--spring.flyway.url=jdbc:postgresql://192.0.2.1/elsewhere" };

		assertThat(flyway(reset).output()).startsWith("Flyway changes this database too, before the revisions do.");
		assertThat(this.database.has("exercises")).isTrue();

		this.database.execute("drop table flyway_schema_history");
		assertThat(flyway(reset).exitCode()).isZero();
	}

	@Test
	void firstRevisionHoldsWhatIsMissingAfterFlyway() throws Exception {
		this.project.write("flyway/V1__old.sql", "create table exercises (id uuid primary key);");
		flywayRuns();

		assertThat(flyway("migrate", "-m", "add name").output()).endsWith("""
				revises <base>. It can be applied now: migrator upgrade
				Flyway (flyway_schema_history) has run here. It runs before the revisions, also on every new \
				database: this revision has what is missing after that.
				""");
	}

	@Test
	void databaseThatHasAllOfFlywayNeedsNoFirstRevision() {
		Flyway.configure().configuration(flyway()).table("old_migrations").load().migrate();

		assertThat(flyway("migrate", "-m", "baseline", "--spring.flyway.table=old_migrations").output()).endsWith("""

				There is no revision yet. Flyway (old_migrations) has run here. It runs before the \
				revisions, also on every new \
				database: the first revision is the next change of the model.
				""");
	}

	@Test
	void databaseThatHasAllOfLiquibaseNeedsNoFirstRevision() throws Exception {
		liquibaseRuns();

		assertThat(liquibase("migrate", "-m", "baseline").output()).endsWith("""

				There is no revision yet. Liquibase (old_changes) has run here. It runs before the revisions, also \
				on every new database: the first revision is the next change of the model.
				""");
	}

	@Test
	void whatFlywayMakesIsInNoBaseline() throws Exception {
		flywayRuns();

		CommandRun baseline = flyway("baseline");

		assertThat(baseline.exitCode()).isOne();
		assertThat(baseline.output()).contains("has run here (",
				"A baseline would create again what Flyway creates there.", "migrator migrate -m");
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void firstRevisionIsNotGeneratedWhereFlywayHasNotRun() {
		assertThat(flyway("migrate", "-m", "baseline").output()).endsWith(
				"""

						This is the first revision, and Flyway has not run on this database (it has no table public.flyway_schema_history). \
						It runs before the revisions: what it creates may have been generated too, and the revision \
						then fails where it has run. Delete the revision, start the application once or run Flyway \
						by itself, and generate it again.
						""");
	}

	@Test
	void modelThatIsThereBeforeFlywayHasRunIsComparedAgain() {
		this.database.execute("create table exercises (id uuid primary key, name varchar(100) not null unique)");

		assertThat(flyway("migrate", "-m", "baseline").output()).endsWith(
				"""

						There is no revision yet, and Flyway has not run on this database (it has no table public.flyway_schema_history). \
						It runs before the revisions: start the application once or run it by itself, and compare again.
						""");
	}

	@Test
	void flywayThatTheApplicationDoesNotHaveMayRunFirstOrNot() throws Exception {
		flywayRuns();

		assertThat(run(ExercisesApplication.class, List.of(), "migrate", "-m", "baseline").output()).endsWith(
				"""

						There is no revision yet, and this database has everything already. Flyway (flyway_schema_history) has run \
						here, but not by this application, according to its configuration. If that runs first on \
						every new \
						database, the first revision is the next change of the model. If not, write the first one from the schema \
						of this database: migrator baseline
						Or generate it against an empty database, and stamp this one with it once the application is built:

						    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
						    migrator stamp <the revision>
						""");

		this.database.execute("alter table exercises drop column name");

		assertThat(run(ExercisesApplication.class, List.of(), "migrate", "-m", "baseline").output()).endsWith(
				"""

						This is the first revision, and this database has exercises already. This revision does not \
						create them in a new database. Flyway (flyway_schema_history) has run here, but not by this \
						application, according to its configuration. If that runs first on every new database, this \
						is right. If not, delete the revision, and write the first one from the schema of this database: migrator \
						baseline
						Or generate it against an empty database, and \
						stamp this one with it once the application is built:

						    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
						    migrator stamp <the revision>
						""");
	}

	private void liquibaseRuns() throws Exception {
		this.project.write("changelog.sql", """
				--liquibase formatted sql

				--changeset somebody:1
				create table exercises (id uuid primary key, name varchar(100) not null unique);
				""");
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(this.database.dataSource());
		liquibase.setResourceLoader(new DefaultResourceLoader());
		liquibase.setDatabaseChangeLogTable("old_changes");
		liquibase.setDatabaseChangeLogLockTable("old_lock");
		liquibase.setChangeLog("file:" + this.project.path("changelog.sql"));
		liquibase.afterPropertiesSet();
	}

	private FluentConfiguration flyway() {
		return Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + this.project.path("flyway"));
	}

	private void flywayRuns() {
		flyway().load().migrate();
	}

	private CommandRun flyway(String... command) {
		return run(ExercisesApplication.class, List.of("--spring.flyway.enabled=true"), command);
	}

	private CommandRun liquibase(String... command) {
		return run(ExercisesApplication.class, List.of("--spring.liquibase.enabled=true"), command);
	}

	private CommandRun run(Class<?> application, List<String> options, String... command) {
		return this.project.run(application, this.database,
				Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new));
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
	static class OwnFlywayApplication {

		@Bean(initMethod = "migrate")
		Flyway flyway(DataSource dataSource) {
			return Flyway.configure().dataSource(dataSource).load();
		}

	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
			MigratorAutoConfiguration.class })
	static class StrategyApplication {

		@Bean
		FlywayMigrationStrategy strategy() {
			return (flyway) -> {
			};
		}

	}

}
