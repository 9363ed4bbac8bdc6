package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The model is compared with what the revisions make of an empty database, whatever the
 * real one has.
 */
@Tag("server")
class FromScratchTests {

	private static final String EXERCISES = "create table exercises (id uuid primary key, name varchar(100) not null unique);";

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void projectIsThere(@TempDir Path folder) throws IOException {
		this.project = ExercisesProject.in(folder);
	}

	@Test
	void revisionsThatMakeTheModelPassWhateverTheDatabaseHas() {
		this.project.revisions().add("one", EXERCISES);
		this.database.execute("create table exercises (id int); create table leftover (id int)");

		CommandRun check = run("check", "--from", "scratch");

		assertThat(check.output()).startsWith("""
				Compared with what the revision makes of an empty database, in a scratch database
				Nothing was found: the database is equal to the model.
				""");
		assertThat(check.exitCode()).isZero();
		assertThat(this.database.has("migrator_version")).isFalse();
		assertNoScratchIsLeft();
	}

	@Test
	void revisionsThatLackSomethingAreFoundWhereTheDatabaseHasIt() {
		this.project.revisions().add("one", EXERCISES.replace(" unique", ""));
		run("upgrade");
		this.database.execute("alter table exercises add unique (name)");
		assertThat(run("check").exitCode()).isZero();

		CommandRun check = run("check", "--from", "scratch");

		assertThat(check.exitCode()).isEqualTo(3);
		assertThat(check.output()).contains("""
				What the revisions make of an empty database differs from the model:
				Detected added unique constraint 'exercises_name_key' (name) on table 'exercises'
				""");
		assertNoScratchIsLeft();
	}

	@Test
	void aDatabaseThatIsNotAtTheHeadsIsNotNeededToGenerate() throws IOException {
		this.project.revisions()
			.add("one", EXERCISES.replace(", name varchar(100) not null unique", ""))
			.add("two <- one", "create sequence numbers; do $$ begin raise notice 'hello'; end $$");

		CommandRun migrate = run("migrate", "-m", "name");

		assertThat(migrate.output())
			.contains("Compared with what the 2 revisions make of an empty database, in a scratch database: "
					+ "2 revisions are pending here")
			.contains("Detected added column 'exercises.name'")
			.doesNotContain("Running upgrade", "hello")
			.contains("Tried in a scratch database");
		assertThat(this.database.has("exercises")).isFalse();
		assertThat(run("upgrade").exitCode()).isZero();
		assertThat(run("check").output()).startsWith("Nothing was found");
		assertNoScratchIsLeft();
	}

	@Test
	void theDatabaseIsComparedIfSaidSo() {
		this.project.revisions().add("one", EXERCISES);

		CommandRun migrate = run("migrate", "-m", "name", "--from", "database");

		assertThat(migrate.exitCode()).isEqualTo(1);
		assertThat(migrate.output()).contains("Target database is not up to date.", "(--from scratch)");
	}

	@Test
	void leftoversOfADatabaseAreNotDroppedByWhatIsGenerated() {
		this.project.revisions().add("one", EXERCISES);
		run("upgrade");
		this.database.execute("create table leftover (id int)");
		assertThat(run("check").output()).contains("Destructive: drops the table leftover");

		assertThat(run("migrate", "-m", "x", "--from", "scratch").output()).contains("Nothing to generate")
			.doesNotContain("leftover");
	}

	@Test
	void aFailureInTheScratchDatabaseNamesTheStatement() {
		this.project.revisions().add("one", "select missing()");

		CommandRun check = run("check", "--from", "scratch");

		assertThat(check.exitCode()).isEqualTo(1);
		assertThat(check.output()).contains("in a scratch database", "select missing()",
				"function missing() does not exist");
		assertNoScratchIsLeft();
	}

	@Test
	void extensionsOfTheDatabaseAreThereUnlessARevisionCreatesThem() {
		this.database.execute("create extension hstore");
		this.project.revisions()
			.add("one", EXERCISES + " create extension citext; create index on exercises (('a=>1'::hstore -> name))");
		this.database.execute("create extension citext");

		CommandRun check = run("check", "--from", "scratch");

		assertThat(check.output()).contains("2 extensions: citext, hstore", "Nothing was found");
		assertThat(check.exitCode()).isZero();
		assertNoScratchIsLeft();
	}

	@Test
	void withoutTheRightToCreateDatabasesTheReasonIsSaid() {
		String role = this.database.name() + "_small";
		this.database.execute("create role %1$s login password 'secret'; grant create, usage on schema public to %1$s"
			.formatted(role));
		this.project.revisions().add("one", EXERCISES);
		String[] login = { "--spring.datasource.username=" + role, "--spring.datasource.password=secret" };

		CommandRun check = run("check", "--from", "scratch", login[0], login[1]);
		assertThat(check.exitCode()).isEqualTo(1);
		assertThat(check.output()).contains(
				"The revisions cannot be applied to a scratch database: the role " + role + " cannot create databases.",
				"CREATEDB", "migrator.url");

		CommandRun migrate = run("migrate", "-m", "x", login[0], login[1]);
		assertThat(migrate.exitCode()).isEqualTo(1);
		assertThat(migrate.output()).contains("to a scratch database: the role " + role + " cannot create databases.",
				"Target database is not up to date.");
		this.database.execute("drop owned by %1$s; drop role %1$s".formatted(role));
	}

	@Test
	void checkOfTheScriptsAloneComparesNoModel() {
		assertThat(run("check", "--no-model", "--from", "scratch").output())
			.contains("--from is about the model, which --scripts-only and --no-model leave out");
		assertThat(run("revision", "-m", "x", "--from", "scratch").output()).contains("need --autogenerate");
	}

	private CommandRun run(String... command) {
		return this.project.run(this.database, command);
	}

	private void assertNoScratchIsLeft() {
		assertThat(this.database.value("select count(*) from pg_database where datname like 'migrator_scratch_%'"))
			.isEqualTo("0");
	}

}
