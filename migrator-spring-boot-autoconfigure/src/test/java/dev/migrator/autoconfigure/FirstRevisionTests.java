package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.documentation.testing.ExercisesApplication;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.script.project.Project;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first revision of a database that exists, as {@code docs/operations.md} has it: it
 * is generated against an empty one, and this one is stamped.
 */
class FirstRevisionTests {

	private static final Pattern ID = Pattern.compile("(?m)^Revision (\\w+) revises <base>\\.");

	private final TestDatabase existing = Postgres.newDatabase();

	private final TestDatabase empty = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void schemaIsThere(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		this.existing.execute("create table exercises (id uuid primary key, name varchar(100) not null unique)");
	}

	@Test
	void databaseThatHasEverythingSaysHow() {
		assertThat(run(this.existing, "migrate", "-m", "baseline").output()).endsWith("""
				Nothing to generate: the database is equal to the model.
				Entities: dev.migrator.documentation.testing.Exercise
				Packages: dev.migrator.documentation.testing
				Entities in another package are found only with @EntityScan.

				There is no revision yet, and this database has everything already. Write the first one from the \
				schema of this database: migrator baseline
				Or generate it against an empty database, and stamp this one with it once the application is built:

				    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
				    migrator stamp <the revision>
				""");
	}

	@Test
	void entitiesThatAreNamedOneByOneAreInNoPackageThatWasSearched() {
		assertThat(run(OneByOne.class, this.existing, "migrate", "-m", "baseline").output()).startsWith("""
				Nothing to generate: the database is equal to the model.
				Entities: dev.migrator.documentation.testing.Exercise

				There is no revision yet, and this database has everything already.""");
	}

	@Test
	void schemaThatIsThereIsTheFirstRevisionAndTheRestTheNext() {
		this.existing.execute("alter table exercises drop column name; create view ids as select id from exercises");

		CommandRun baseline = run(this.existing, "baseline", "--rev-id", "ba5e");
		assertThat(baseline.exitCode()).as(baseline.output()).isZero();
		assertThat(run(this.existing, "migrate", "-m", "name").output()).doesNotContain("This is the first revision");

		assertThat(run(this.existing, "upgrade").exitCode()).isZero();
		assertThat(run(this.existing, "check").exitCode()).isZero();
		assertThat(run(this.empty, "upgrade").exitCode()).isZero();
		assertThat(run(this.empty, "check").exitCode()).isZero();
		assertThat(this.empty.has("ids")).isTrue();
	}

	@Test
	void walkedToItsEndTheDatabaseIsAtItsFirstRevision() {
		String generated = run(this.empty, "migrate", "-m", "baseline").output();
		Matcher id = ID.matcher(generated);
		assertThat(id.find()).as(generated).isTrue();
		assertThat(generated).endsWith("""
				Revision %1$s revises <base>. It can be applied now: migrator upgrade
				If another database has all of this already, stamp it: migrator stamp %1$s
				""".formatted(id.group(1)));
		assertThat(this.empty.has("exercises")).isFalse();

		CommandRun unstamped = run(this.existing, "upgrade");
		assertThat(unstamped.exitCode()).isEqualTo(1);
		assertThat(unstamped.output()).contains("    migrator stamp " + id.group(1));

		assertThat(run(this.existing, "stamp", id.group(1)).exitCode()).isZero();

		assertThat(run(this.existing, "check").output()).startsWith("Nothing was found");
		assertThat(this.existing.versionRows()).containsExactly(id.group(1));
		assertThat(run(this.empty, "upgrade").exitCode()).isZero();
		assertThat(run(this.empty, "check").exitCode()).isZero();
	}

	@Test
	void differenceIsARevisionForNewDatabasesTooOnceTheFirstSaysWhatTheExistingOneHas() throws IOException {
		this.existing.execute("alter table exercises drop constraint exercises_name_key");
		run(this.empty, "migrate", "-m", "baseline");
		Path first = script("baseline");
		run(this.existing, "stamp");
		assertThat(run(this.existing, "check").exitCode()).isEqualTo(3);

		run(this.existing, "migrate", "-m", "what was different");
		assertThat(run(this.empty, "upgrade").output()).contains("ALTER TABLE exercises",
				"relation \"exercises_name_key\" already exists");

		Files.delete(script("what_was_different"));
		Files.writeString(first,
				Files.readString(first).replace(",\n    CONSTRAINT exercises_name_key UNIQUE (name)", ""));
		assertThat(run(this.existing, "stamp", "--accept", "heads").exitCode()).isZero();
		run(this.existing, "migrate", "-m", "what was different");
		TestDatabase anew = Postgres.newDatabase();
		assertThat(run(anew, "upgrade").exitCode()).isZero();
		assertThat(run(anew, "check").exitCode()).isZero();
		assertThat(run(this.existing, "upgrade").exitCode()).isZero();
		assertThat(run(this.existing, "check").exitCode()).isZero();
	}

	@Test
	void firstRevisionOfWhatADatabaseLacksIsSaidToBeNone() {
		this.existing.execute("alter table exercises drop column name");

		assertThat(run(this.existing, "migrate", "-m", "baseline").output()).endsWith("""

				This is the first revision, and this database has exercises already. This revision does not \
				create them in a new database. Delete the revision, and write the first one from \
				the schema of this database: migrator baseline
				Or generate it against an empty database, and stamp this one with it \
				once the application is built:

				    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
				    migrator stamp <the revision>
				""");
	}

	@Test
	void addressThatTheMigratorHasOfItsOwnIsTheOneToChange() {
		assertThat(run(this.empty, "migrate", "-m", "baseline", "--migrator.url=" + this.existing.fullUrl()).output())
			.endsWith("""

					    migrator migrate -m baseline --migrator.url=jdbc:postgresql://<host>/<an empty database>
					    migrator stamp <the revision>
					""");
	}

	@Test
	void migratorGetsAnAddressOfItsOwnWhereTheApplicationMakesTheDataSource() {
		assertThat(run(OwnDataSource.class, this.existing, "migrate", "-m", "baseline").output()).endsWith("""

				    migrator migrate -m baseline --migrator.url=jdbc:postgresql://<host>/<an empty database> \
				--migrator.username=<username> --migrator.password=<password>
				    migrator stamp <the revision>
				""");

		assertThat(run(OwnDataSource.class, this.existing, "migrate", "-m", "baseline",
				"--migrator.url=" + this.empty.url(), "--migrator.username=" + this.empty.user(),
				"--migrator.password=" + this.empty.password())
			.output()).containsPattern(ID);
	}

	@Test
	void dataSourceThatIsMarkedIsLedToAnEmptyDatabaseInCode() {
		assertThat(run(MarkedDataSource.class, this.empty, "migrate", "-m", "baseline",
				"--marked.url=" + this.existing.fullUrl(), "--migrator.url=" + this.empty.fullUrl())
			.output()).endsWith(
					"""

							There is no revision yet, and this database has everything already. Write the first one from the \
							schema of this database: migrator baseline
							Or generate it against an empty database, to which the DataSource of the migrator has to lead, and stamp this one with it once \
							the application is built:

							    migrator migrate -m baseline
							    migrator stamp <the revision>
							""");
	}

	@Test
	void commandsAreForTheSameOfSeveralMigrators() {
		assertThat(
				run(SeveralMigrators.class, this.existing, "migrate", "-m", "baseline", "--migrator", "shop").output())
			.endsWith(
					"""

							shop: There is no revision yet, and this database has everything already. Write the first one \
							from the schema of this database: migrator --migrator shop baseline
							shop: Or generate it against an empty database, to which the DataSource of the migrator has to lead, and stamp this one \
							with it once the application is built:

							shop:     migrator --migrator shop migrate -m baseline
							shop:     migrator --migrator shop stamp <the revision>
							""");

		assertThat(run(SeveralMigrators.class, this.empty, "migrate", "-m", "baseline", "--migrator", "shop").output())
			.containsPattern("shop: If another database has all of this already, stamp it: migrator --migrator shop "
					+ "stamp \\w+\n$");
	}

	@Test
	void whatIsWarnedOfIsForTheSameOfSeveralMigratorsToo() {
		this.project.revisions().add("a", "select 1;").add("b", "select 1;");

		assertThat(run(SeveralMigrators.class, this.empty, "upgrade", "--migrator", "shop").output())
			.contains("shop: There are 2 heads: a, b. An upgrade applies all of them, in an order that the next "
					+ "revision cannot rely on. Merge them: migrator --migrator shop merge a b -m \"merge heads\"\n");
	}

	@Test
	void databaseThatHasRevisionsIsToldNothingMore() {
		run(this.empty, "migrate", "-m", "baseline");
		run(this.empty, "upgrade");

		assertThat(run(this.empty, "migrate", "-m", "next").output())
			.startsWith("Nothing to generate: the database is equal to the model.\n")
			.doesNotContain("stamp");
	}

	/**
	 * The entity is that of the README.
	 */
	@Test
	void readmeShowsWhatIsGenerated() throws IOException {
		run(this.empty, "migrate", "-m", "add exercises table");

		try (Stream<Path> scripts = Files.list(this.project.path("revisions"))) {
			String script = Files.readString(scripts.findFirst().orElseThrow())
				.replaceFirst("revision: \\w+", "revision: abc123def456")
				.replaceFirst("created: \\S+", "created: 2026-01-05T05:30:00Z");
			assertThat(Path.of("../README.md")).content().contains("```sql\n" + script + "```\n");
		}
	}

	private Path script(String slug) throws IOException {
		try (Stream<Path> scripts = Files.list(this.project.path("revisions"))) {
			return scripts.filter((script) -> script.toString().endsWith("_" + slug + ".sql"))
				.findFirst()
				.orElseThrow();
		}
	}

	private CommandRun run(TestDatabase database, String... command) {
		return this.project.run(database, command);
	}

	private CommandRun run(Class<?> application, TestDatabase database, String... command) {
		return this.project.run(application, database, command);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ExercisesApplication.class)
	static class OneByOne {

		@Bean
		PersistenceManagedTypes entities() {
			return PersistenceManagedTypes.of("dev.migrator.documentation.testing.Exercise");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ExercisesApplication.class)
	static class OwnDataSource {

		@Bean
		DataSource dataSource(Environment environment) {
			return DataSourceBuilder.create()
				.url(environment.getProperty("spring.datasource.url"))
				.username(environment.getProperty("spring.datasource.username"))
				.password(environment.getProperty("spring.datasource.password"))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ExercisesApplication.class)
	static class MarkedDataSource {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource marked(Environment environment) {
			return DataSourceBuilder.create().url(environment.getProperty("marked.url")).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ExercisesApplication.class)
	static class SeveralMigrators {

		@Bean
		Migrator shop(DataSource dataSource, ObjectProvider<WantedSchema> entities, Environment environment) {
			Path project = Path.of(environment.getRequiredProperty("migrator.new-scripts.project-directory"));
			return Migrator.builder(dataSource)
				.locations(environment.getRequiredProperty("migrator.locations"))
				.development(DevelopmentSettings.of(() -> Project.find(project, project)))
				.wantedSchema(entities::getIfAvailable)
				.build();
		}

		@Bean
		Migrator billing(DataSource dataSource) {
			return Migrator.builder(dataSource).versionTable("billing_version").build();
		}

	}

}
