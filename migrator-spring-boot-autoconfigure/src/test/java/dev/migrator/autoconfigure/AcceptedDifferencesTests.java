package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file keeps the known differences between a database and a loose model, and the
 * commands find only what is new.
 */
@Tag("server")
class AcceptedDifferencesTests {

	private static final String LOOSE = """
			create table exercises (id uuid primary key, name varchar(80) constraint short check (length(name) < 80));
			create table leftover (id int primary key);""";

	private static final String FILE = "src/main/resources/db/accepted-differences.txt";

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void projectIsThere(@TempDir Path folder) throws IOException {
		this.project = ExercisesProject.in(folder);
	}

	@Test
	void acceptedDifferencesAreFoundNoMoreAndNewOnesAre() throws IOException {
		this.project.revisions().add("one", LOOSE);
		run("upgrade");
		assertThat(run("check").exitCode()).isEqualTo(3);

		CommandRun accept = run("check", "--accept");

		assertThat(accept.exitCode()).isZero();
		assertThat(accept.output()).contains("Written: " + this.project.path(FILE),
				"5 differences are accepted (db/accepted-differences.txt)",
				"Nothing was found: the database is equal to the model, except for 5 accepted differences.");
		assertThat(Files.readAllLines(this.project.path(FILE))).containsExactly(
				"# Differences between the database and the model that are accepted. The commands check,",
				"# revision --autogenerate and migrate -m leave them out. To write this file again, with",
				"# all differences that there are then: migrator check --accept", "",
				"Detected NOT NULL on column 'exercises.name'",
				"Detected added unique constraint 'exercises_name_key' (name) on table 'exercises'",
				"Detected removed table 'leftover'",
				"Detected type change from VARCHAR(80) to VARCHAR(100) on 'exercises.name'",
				"Kept: check constraint 'short' on table 'exercises'");
		CommandRun check = run("check", "--format", "json");
		assertThat(check.exitCode()).isZero();
		assertThat(check.output()).contains("\"file\": \"db/accepted-differences.txt\"",
				"Detected removed table 'leftover'");
		assertThat(run("migrate", "-m", "x").output()).contains("5 differences are accepted",
				"Nothing to generate: the database is equal to the model, except for 5 accepted differences.");

		this.database.execute("alter table exercises alter id type varchar(36)");
		CommandRun more = run("check");
		assertThat(more.exitCode()).isEqualTo(3);
		assertThat(more.output()).contains("Detected type change from VARCHAR(36) to UUID on 'exercises.id'")
			.doesNotContain("leftover");
		this.database.execute("alter table exercises alter id type uuid using id::uuid; drop table leftover");

		CommandRun obsolete = run("check");
		assertThat(obsolete.exitCode()).isZero();
		assertThat(obsolete.output()).contains("4 differences are accepted",
				"""
						No difference has these lines of db/accepted-differences.txt any more; migrator check --accept removes them:
						  Detected removed table 'leftover'
						""");
		assertThat(run("check", "--accept").exitCode()).isZero();
		assertThat(Files.readString(this.project.path(FILE))).doesNotContain("leftover").contains("Kept: ");
	}

	@Test
	void revisionIsGeneratedAndTriedWithoutAcceptedDifferences() throws IOException {
		this.project.revisions().add("one", LOOSE);
		run("upgrade");
		Path schema = this.project.write("schema.sql",
				"create table exercises (id uuid primary key, name varchar(100) not null unique);");
		String model = "--migrator.autogenerate.schema-file=schema.sql";
		assertThat(run("check", "--accept", "--from", "scratch", model).exitCode()).isZero();
		Files.writeString(schema,
				"create table exercises (id uuid primary key, name varchar(100) not null unique, sets int not null default 3);");

		CommandRun migrate = run("migrate", "-m", "sets", model);

		assertThat(migrate.exitCode()).isZero();
		assertThat(migrate.output()).contains("5 differences are accepted (db/accepted-differences.txt)",
				"Detected added column 'exercises.sets'", "1 difference, nothing destructive",
				"Tried in a scratch database: the upgrade and the downgrade");
		assertThat(run("upgrade", model).exitCode()).isZero();
		assertThat(run("check", model).exitCode()).isZero();
	}

	@Test
	void generatingIsRefusedIfAChangeNeedsAnAcceptedOne() throws IOException {
		this.project.revisions().add("one", "create table exercises (id uuid primary key)");
		run("upgrade");
		Path schema = this.project.write("schema.sql", "create table exercises (id uuid primary key, sets int);");
		String model = "--migrator.autogenerate.schema-file=schema.sql";
		run("check", "--accept", model);
		Files.writeString(schema,
				"create table exercises (id uuid primary key, sets int); create index by_sets on exercises (sets);");

		CommandRun check = run("check", model);
		CommandRun migrate = run("migrate", "-m", "x", model);

		String needed = "\"Detected added column 'exercises.sets'\" cannot be left out because of "
				+ "\"Detected added index 'by_sets' (sets) on table 'exercises'\"";
		assertThat(check.exitCode()).isEqualTo(3);
		assertThat(check.output()).contains(needed);
		assertThat(migrate.exitCode()).isEqualTo(1);
		assertThat(migrate.output()).contains("No revision can be generated that leaves out all accepted differences:",
				needed, "remove the accepted line from db/accepted-differences.txt");
		assertThat(this.project.path("revisions").toFile().list()).hasSize(1);
	}

	/**
	 * A foreign key whose columns have the types of the database cannot be added.
	 */
	@Test
	void trialThatFailsNamesTheAcceptedDifferences() throws IOException {
		this.project.revisions()
			.add("one", "create table exercises (id uuid primary key, ref varchar(36)); create table o (id int)");
		run("upgrade");
		Path schema = this.project.write("schema.sql",
				"create table exercises (id uuid primary key, ref uuid); create table o (id int);");
		String model = "--migrator.autogenerate.schema-file=schema.sql";
		run("check", "--accept", model);
		Files.writeString(schema,
				"create table exercises (id uuid primary key, ref uuid references exercises); create table o (id int);");

		CommandRun migrate = run("migrate", "-m", "x", model);

		assertThat(migrate.exitCode()).isEqualTo(1);
		assertThat(migrate.output()).contains(
				"Accepted differences (db/accepted-differences.txt) are left out of it, and it may need one of them.",
				"Remove the accepted difference that the revision needs")
			.doesNotContain("This is a bug");
	}

	@Test
	void otherFindingsAreNotAccepted() {
		this.project.revisions().add("one", LOOSE);

		CommandRun accept = run("check", "--accept");

		assertThat(accept.exitCode()).isEqualTo(3);
		assertThat(accept.output()).contains("Target database is not up to date.");
		assertThat(this.project.path(FILE)).doesNotExist();
	}

	@Test
	void fileIsWrittenOnlyIntoTheSources() {
		this.project.revisions().add("one", LOOSE);
		run("upgrade");

		for (String file : new String[] { "classpath:accepted.txt", "../accepted.txt" }) {
			CommandRun accept = run("check", "--accept", "--migrator.autogenerate.accepted-differences=" + file);
			assertThat(accept.exitCode()).isEqualTo(1);
			assertThat(accept.output())
				.contains("Accepted differences are written only into the sources of the project");
		}
		assertThat(run("check", "--accept", "--no-model").output())
			.contains("--accept is about the model, which --scripts-only and --no-model leave out");
	}

	@Test
	void nothingIsWrittenIfNothingDiffers() {
		this.project.revisions()
			.add("one", "create table exercises (id uuid primary key, name varchar(100) not null unique)");
		run("upgrade");

		assertThat(run("check", "--accept").exitCode()).isZero();
		assertThat(this.project.path(FILE)).doesNotExist();
	}

	@Test
	void kindsThatAreNotComparedAreNeitherFoundNorKept() {
		this.project.revisions()
			.add("one", "create table exercises (id uuid primary key, name varchar(80) unique "
					+ "constraint short check (length(name) < 80))");
		run("upgrade");

		assertThat(run("check").exitCode()).isEqualTo(3);
		assertThat(run("check", "--migrator.autogenerate.compare=none").exitCode()).isZero();
		assertThat(run("check", "--migrator.autogenerate.compare=none,checks").output())
			.contains("migrator.autogenerate.compare has `none` and something else.");
	}

	private CommandRun run(String... command) {
		return this.project.run(this.database, command);
	}

}
