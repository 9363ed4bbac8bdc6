package dev.migrator.autoconfigure;

import java.nio.file.Path;

import dev.migrator.Migrator;
import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command that compares the model says where Hibernate has changed the database
 * before it.
 */
class DdlAutoCommandTests {

	private static final String UPDATE = "--spring.jpa.hibernate.ddl-auto=update";

	private static final String LINE = line("spring.jpa.hibernate.ddl-auto=update", "Set");

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		Revisions revisions = this.project.revisions().add("a", "select 1;");
		Migrator.builder(this.database.dataSource()).locations(revisions.location()).build().upgrade();
	}

	@Test
	void nothingToGenerateIsSaidWithTheReasonThatItMayHave() {
		hibernateMadeTheTable();

		assertThat(run("migrate", "-m", "names", UPDATE).output())
			.startsWith(LINE + "Nothing to generate: the database is equal to the model.\n");
		assertThat(run("revision", "--autogenerate", "-m", "names", UPDATE).output()).startsWith(LINE);
	}

	@Test
	void whatIsLeftOfADifferenceIsNotAllOfIt() {
		this.database.execute("create table exercises (id uuid primary key)");

		CommandRun command = run("migrate", "-m", "names", UPDATE);

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).startsWith(LINE).contains("2 differences, nothing destructive");
	}

	@Test
	void checkThatFindsNothingSaysSo() {
		hibernateMadeTheTable();

		assertThat(run("check", UPDATE).output()).startsWith(LINE + "Nothing was found: the database is equal to");
		assertThat(run("check", "--no-model", UPDATE).output()).isEqualTo("Nothing was found\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.properties.hibernate.hbm2ddl.auto=update", "spring.jpa.generate-ddl=true" })
	void settingIsTheOneThatWasWritten(String setting) {
		hibernateMadeTheTable();

		assertThat(run("check", "--" + setting).output()).startsWith(line(setting, "Remove that setting, and set"));
	}

	@Test
	void customizerIsAskedToo() {
		hibernateMadeTheTable();

		assertThat(this.project.run(Customized.class, this.database, "check").output())
			.startsWith(line("hibernate.hbm2ddl.auto=update", "Remove that setting, and set"));
	}

	@Test
	void databaseThatHibernateHasNotTouchedIsCompared() {
		assertThat(run("migrate", "-m", "names", UPDATE).output()).startsWith("""
				Detected added table 'exercises'
				Tried in a scratch database: the upgrade and the downgrade, without rows
				1 difference, nothing destructive
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.jpa.hibernate.ddl-auto=validate", "--spring.jpa.hibernate.ddl-auto=none" })
	void nothingIsSaidIfHibernateChangesNothing(String argument) {
		hibernateMadeTheTable();

		assertThat(run("check", argument).output()).startsWith("Nothing was found");
	}

	@Test
	void whatAStartWouldRefuseIsSaidTheSame() {
		hibernateMadeTheTable();

		CommandRun command = run("check", UPDATE, "--migrator.on-ddl-auto=fail");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).startsWith(LINE + "Nothing was found");
	}

	@Test
	void nothingIsSaidIfItIsToBeIgnored() {
		hibernateMadeTheTable();

		assertThat(run("check", UPDATE, "--migrator.on-ddl-auto=ignore").output()).startsWith("Nothing was found");
	}

	@Test
	void nothingIsSaidIfTheMigratorHasAnotherDatabase() {
		hibernateMadeTheTable();

		assertThat(run("check", UPDATE, "--migrator.url=" + this.database.url(),
				"--migrator.username=" + this.database.user(), "--migrator.password=" + this.database.password(),
				"--spring.datasource.url=" + Postgres.newDatabase().url())
			.output()).startsWith("Nothing was found");
	}

	private static String line(String setting, String verb) {
		return "Hibernate changes this database by itself (" + setting + "): changes that it has already made are "
				+ "not found as differences, and are in no revision. " + verb
				+ " spring.jpa.hibernate.ddl-auto=validate, and "
				+ "generate against a database that only revisions have changed\n";
	}

	private void hibernateMadeTheTable() {
		this.database.execute("create table exercises (id uuid primary key, name varchar(100) not null unique)");
	}

	private CommandRun run(String... arguments) {
		return this.project.run(this.database, arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ExercisesApplication.class)
	static class Customized {

		@Bean
		HibernatePropertiesCustomizer updating() {
			return (properties) -> properties.put("hibernate.hbm2ddl.auto", "update");
		}

	}

}
