package dev.migrator.autoconfigure;

import java.nio.file.Path;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command that compares the model says of objects that it does not compare.
 */
class UncomparedObjectsCommandTests {

	private static final String FIRST_NAMES = """
			The database has objects of kinds that are not compared:
			  4 functions: f1(integer), f2(integer), f3(integer) and 1 more
			  1 trigger: audit on exercises
			  1 view: names
			List all of them: -v
			""";

	private static final String ALL = """
			The database has objects of kinds that are not compared:
			  4 functions:
			    f1(integer)
			    f2(integer)
			    f3(integer)
			    tell()
			  1 trigger:
			    audit on exercises
			  1 view:
			    names
			""";

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		Revisions revisions = this.project.revisions().add("a", """
				create table exercises (id uuid primary key, name varchar(100) not null unique);
				create view names as select name from exercises;
				create function f1(int) returns int language sql as 'select 1';
				create function f2(int) returns int language sql as 'select 1';
				create function f3(int) returns int language sql as 'select 1';
				create function tell() returns trigger language plpgsql as 'begin return new; end';
				create trigger audit before insert on exercises for each row execute function tell();
				""");
		Migrator.builder(this.database.dataSource()).locations(revisions.location()).build().upgrade();
	}

	@Test
	void checkThatFindsNothingNamesThem() {
		CommandRun command = run("check");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output())
			.startsWith(FIRST_NAMES + "Nothing was found: the database is equal to the model.\n");
		assertThat(run("check", "-v").output())
			.startsWith(ALL + "Nothing was found: the database is equal to the model.\n");
	}

	@Test
	void generatingNamesThem() {
		assertThat(run("migrate", "-m", "names").output())
			.startsWith(FIRST_NAMES + "Nothing to generate: the database is equal to the model.\n");
		assertThat(run("revision", "--autogenerate", "-m", "names", "--verbose").output())
			.startsWith(ALL + "Nothing to generate: the database is equal to the model.\n");
	}

	@Test
	void theyStandBesideWhatDiffers() {
		this.database.execute("drop function f1; drop function f3; alter table exercises add more text");

		CommandRun command = run("check");

		assertThat(command.exitCode()).isEqualTo(3);
		assertThat(command.output()).startsWith("""
				The database has objects of kinds that are not compared:
				  2 functions: f2(integer), tell()
				  1 trigger: audit on exercises
				  1 view: names
				The database differs from the model:
				Detected removed column 'exercises.more'
				""");
	}

	@Test
	void programsGetAllOfThem() {
		assertThat(run("check", "--quiet", "--format", "json").output()).contains("""
				    "notComparedObjects": [
				      {
				        "kind": "function",
				        "names": [
				          "f1(integer)",
				          "f2(integer)",
				          "f3(integer)",
				          "tell()"
				        ]
				      },
				      {
				        "kind": "trigger",
				        "names": [
				          "audit on exercises"
				        ]
				      },
				      {
				        "kind": "view",
				        "names": [
				          "names"
				        ]
				      }
				    ]
				""");
	}

	@Test
	void nothingIsSaidWhereItIsToBeQuietOrNothingIsCompared() {
		assertThat(run("check", "--quiet").output()).startsWith("Nothing was found: the database is");
		assertThat(run("check", "--no-model").output()).isEqualTo("Nothing was found\n");
	}

	@Test
	void whatIsLeftOutIsNotNamed() {
		assertThat(run("check", "--migrator.autogenerate.exclude-objects=f*,tell").output()).startsWith("""
				The database has objects of kinds that are not compared:
				  1 trigger: audit on exercises
				  1 view: names
				Nothing was found""");
		assertThat(run("check", "--migrator.autogenerate.include-tables=public.exercises",
				"--migrator.autogenerate.include-objects=audit,exercises*")
			.output()).startsWith("""
					The database has objects of kinds that are not compared:
					  1 trigger: audit on exercises
					Nothing was found""");
		assertThat(run("migrate", "-m", "names", "--migrator.autogenerate.exclude-tables=exercises,names",
				"--migrator.autogenerate.exclude-objects=f?(integer),TELL")
			.output()).startsWith("Nothing to generate");
	}

	private CommandRun run(String... arguments) {
		return this.project.run(this.database, arguments);
	}

}
