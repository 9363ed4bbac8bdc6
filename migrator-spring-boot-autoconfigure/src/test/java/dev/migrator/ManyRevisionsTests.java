package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.problem.MigratorException;
import dev.migrator.result.MigrationStatus;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More revisions than any application has, with little memory.
 */
@Tag("thorough")
class ManyRevisionsTests {

	private static final int REVISIONS = 50_000;

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void fiftyThousandFitIntoAnApplicationWithOneHundredTwentyEightMegabytes(@TempDir Path folder) throws Exception {
		for (int i = 0; i < REVISIONS; i++) {
			write(folder, i, "select 1;");
		}
		run("stamp", folder);
		this.database.execute(
				"""
						insert into migrator_history
						    (revision, direction, started, duration, outcome, script, checksum, checksum_version, db_user, version_table)
						select 'r' || i, 'upgrade', now(), interval '1 second', 'done', script, checksum, checksum_version,
						    db_user, version_table from migrator_history, generate_series(0, %s) i
						"""
					.formatted(REVISIONS - 2));

		assertThat(run("upgrade", folder)).contains("nothing to upgrade");
		assertThat(run("status", folder)).contains("heads [r49999], current [r49999], 0 of 50000 pending");
		write(folder, REVISIONS, "select 1;");
		assertThat(run("upgrade", folder)).contains("the database is at r50000 (head)");
		write(folder, 77, "select 2;");
		assertThat(run("upgrade", folder)).contains("A script was edited after it was applied", "r77 (");
	}

	private static void write(Path folder, int number, String sql) throws IOException {
		Files.writeString(folder.resolve("%05d.sql".formatted(number)), """
				-- change number %1$d of the tables
				--
				-- revision: r%1$d
				-- revises: %2$s
				-- created: 2026-01-05T05:30:00Z

				-- migrator:upgrade
				%3$s
				-- migrator:downgrade
				""".formatted(number, (number > 0) ? "r" + (number - 1) : "", sql));
	}

	private String run(String command, Path folder) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-cp",
				System.getProperty("java.class.path"), ManyRevisionsTests.class.getName(), this.database.url(),
				this.database.user(), this.database.password(), "file:" + folder, command)
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}

	/**
	 * Runs in a process of its own.
	 */
	public static void main(String[] args) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(args[0]);
		dataSource.setUser(args[1]);
		dataSource.setPassword(args[2]);
		Migrator migrator = Migrator.builder(dataSource).locations(args[3]).build();
		try {
			switch (args[4]) {
				case "stamp" -> migrator.stamp("heads");
				case "upgrade" -> migrator.upgrade();
				default -> {
					MigrationStatus status = migrator.status();
					System.out.println("heads %s, current %s, %d of %d pending".formatted(status.heads(),
							status.current(), status.pending().size(), status.revisions().size()));
				}
			}
		}
		catch (MigratorException ex) {
			System.out.println(ex.getMessage());
		}
	}

}
