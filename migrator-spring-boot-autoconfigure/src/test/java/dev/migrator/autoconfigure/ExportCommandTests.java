package dev.migrator.autoconfigure;

import java.nio.file.Path;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of a database as files, from the command line.
 */
class ExportCommandTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
	}

	@Test
	void folderHasNoTableOfTheMigrator() throws Exception {
		Migrator.builder(this.database.dataSource())
			.locations(this.project.revisions().add("a", "create table exercises (id int primary key)").location())
			.build()
			.upgrade();
		Path folder = this.project.path("schema");

		CommandRun command = run("export", folder.toString());

		assertThat(command.exitCode()).isZero();
		assertThat(command.output()).isEqualTo("Exported 1 object to " + folder + "\n");
		assertThat(folder).isDirectoryRecursivelyContaining("glob:**/tables/exercises.sql");
		assertThat(folder.resolve("tables")).isDirectoryNotContaining("glob:**/migrator_*");
	}

	@Test
	void fileIsNotReplacedUnasked() throws Exception {
		this.database.execute("create table exercises (id int primary key)");
		Path file = this.project.write("schema.sql", "-- mine");

		CommandRun refused = run("export", file.toString());
		assertThat(refused.exitCode()).isOne();
		assertThat(refused.output()).contains("There is a file " + file + " already, with another text.");
		assertThat(file).hasContent("-- mine");

		assertThat(run("export", file.toString(), "--force").exitCode()).isZero();
		assertThat(file).content().startsWith("CREATE TABLE exercises (");
	}

	@Test
	void emptyDatabaseIsSaidToBeEmpty() {
		assertThat(run("export").output()).isEqualTo("Nothing to export: the database has no objects\n");
	}

	private CommandRun run(String... arguments) {
		return this.project.run(this.database, arguments);
	}

}
