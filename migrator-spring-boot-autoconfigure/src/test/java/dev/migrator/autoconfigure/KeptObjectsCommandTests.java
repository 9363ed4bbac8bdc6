package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command that compares the model says of a database that is stricter than that.
 */
class KeptObjectsCommandTests {

	private static final String KEPT = """
			These objects of the database are not in the model and are kept. Because of them an INSERT, UPDATE or DELETE that the model allows can fail:
			Kept: check constraint 'short' on table 'exercises'
			Kept: unique index 'ux_lower' (lower((name)::text)) on table 'exercises'
			""";

	private static final String ADVICE = """
			If the application needs it: add it to the model.
			To keep it: set migrator.autogenerate.exclude-objects=short,ux_lower
			To drop it: add constraints, indexes to migrator.autogenerate.drop, and generate a revision. Read it before you apply \
			it: it drops all constraints and indexes that only the database has.
			""";

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
		Revisions revisions = this.project.revisions().add("a", """
				create table exercises (id uuid primary key, name varchar(100) not null unique,
				    constraint short check (length(name) < 50));
				create unique index ux_lower on exercises (lower(name));
				""");
		Migrator.builder(this.database.dataSource()).locations(revisions.location()).build().upgrade();
	}

	@Test
	void checkFindsIt() {
		CommandRun command = run("check");

		assertThat(command.exitCode()).isEqualTo(3);
		assertThat(command.output()).isEqualTo(KEPT + "\n" + ADVICE);
	}

	@Test
	void generatingNamesItAndWritesNothing() {
		CommandRun command = run("revision", "--autogenerate", "-m", "names");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).startsWith(KEPT + ADVICE
				+ "Nothing to generate: the database is equal to the model, but has objects because of which an "
				+ "INSERT, UPDATE or DELETE that the model allows can fail.\nEntities:");
		assertThat(this.project.path("src/main/resources")).isEmptyDirectory();
	}

	@Test
	void itStandsBesideWhatDiffers() {
		this.database.execute("alter table exercises add more text");

		assertThat(run("check").output()).contains("Detected removed column 'exercises.more'").endsWith(ADVICE);
		CommandRun command = run("migrate", "-m", "less");
		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).contains(KEPT + ADVICE, "1 difference, 1 destructive");
	}

	@Test
	void programsGetIt() {
		assertThat(run("check", "--quiet", "--format", "json").output()).contains("\"kind\": \"stricter-than-model\"",
				"""
						    "kept": [
						      {
						        "object": "check constraint 'short' on table 'exercises'",
						        "table": "exercises",
						        "name": "short"
						      },
						      {
						        "object": "unique index 'ux_lower' (lower((name)::text)) on table 'exercises'",
						        "table": "exercises",
						        "name": "ux_lower"
						      }
						    ],
						""");
	}

	/**
	 * One that is ready keeps equal rows out, but is to go or to be built again.
	 */
	@Test
	void indexThatIsInvalidIsNotSaidToBeKept() {
		this.database.execute("update pg_index set indisvalid = false where indexrelid = 'ux_lower'::regclass");

		CommandRun command = run("check");

		assertThat(command.exitCode()).isEqualTo(3);
		assertThat(command.output())
			.contains(
					"Drop them, and build the missing indexes again:\n  DROP INDEX CONCURRENTLY "
							+ "IF EXISTS public.ux_lower;\n",
					"Kept: check constraint 'short'", "exclude-objects=short\n")
			.doesNotContain("Kept: unique index");
	}

	@Test
	void whatIsAcceptedIsContent() {
		CommandRun command = run("check", "--migrator.autogenerate.exclude-objects=short,ux_lower");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).startsWith("Nothing was found: the database is equal to the model.\n");
	}

	@Test
	void whatIsToGoIsGenerated() {
		CommandRun command = run("migrate", "-m", "less",
				"--migrator.autogenerate.drop=tables, columns, constraints, indexes");

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).contains("Detected removed check constraint 'short' on table 'exercises'",
				"Detected removed index 'ux_lower' (lower((name)::text)) on table 'exercises'");
	}

	/**
	 * A schema file says all that there is to be, and a constraint that it does not name
	 * may be somebody's all the same.
	 */
	@Test
	void whatASchemaFileDoesNotHaveIsKeptToo() throws Exception {
		Path file = this.project.write("schema.sql",
				"create table exercises (id uuid primary key, name varchar(100) not null unique);");

		assertThat(run("check", "--migrator.autogenerate.schema-file=file:" + file).output())
			.isEqualTo(KEPT + "\n" + ADVICE);
		this.project.write("schema.sql", "create table exercises (id uuid primary key, name varchar(100) not null);");
		assertThat(run("check", "--migrator.autogenerate.schema-file=file:" + file).output()).contains(
				List.of("Detected removed unique constraint 'exercises_name_key' (name) on table 'exercises'", KEPT));
	}

	private CommandRun run(String... arguments) {
		return this.project.run(this.database, arguments);
	}

}
