package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.example.busy.BusyApplication;
import dev.migrator.testing.ChildProcess;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Commands that are told to end while the server works for them, or while they wait for
 * somebody: they cancel it at once, and leave nothing behind.
 */
@Tag("server")
class StoppedCommandTests {

	private static final String STOPPED = "The work on the database was stopped, because the process is shutting down.";

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	private Revisions revisions;

	@BeforeEach
	void setUp() {
		this.revisions = Revisions.in(this.folder).add("a", "create table a ();");
		Migrator.builder(this.database.newDataSource()).locations(this.revisions.location()).build().upgrade();
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "revision --autogenerate -m more" })
	void scratchDatabaseIsDropped(String command) throws IOException {
		Path schema = Files.writeString(this.folder.resolve("schema.txt"), "create table a (); select pg_sleep(600);");

		try (ChildProcess process = run(command, "--migrator.autogenerate.schema-file=file:" + schema)) {
			await().atMost(Duration.ofMinutes(1)).until(() -> !sleepers().isEmpty());
			process.terminate();

			assertThat(process.exitCode()).isEqualTo(143);
			assertThat(process.output()).contains(STOPPED, "Nothing of it was kept").doesNotContain("\tat ");
		}
		assertThat(sleepers()).isEmpty();
		assertThat(scratchDatabases()).isEmpty();
	}

	@Tag("thorough")
	@ParameterizedTest
	@ValueSource(strings = { "current", "history -i", "check --no-model", "upgrade" })
	void questionThatSomebodyKeepsWaitingIsWithdrawn(String command) throws SQLException {
		try (Connection other = this.database.newDataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table migrator_version, migrator_history");
			try (ChildProcess process = run(command)) {
				await().atMost(Duration.ofMinutes(1)).until(() -> !waiting().isEmpty());
				process.terminate();

				assertThat(process.exitCode()).isEqualTo(143);
				assertThat(process.output()).contains(STOPPED).doesNotContain("\tat ");
			}
			assertThat(waiting()).isEmpty();
		}
	}

	private List<String> scratchDatabases() {
		return this.database.column("select datname from pg_database where datname like 'migrator_scratch_%'");
	}

	private List<String> sleepers() {
		return this.database.column("select pid from pg_stat_activity where datname like 'migrator_scratch_%' "
				+ "and state = 'active' and query like '%pg_sleep(600)%'");
	}

	private List<String> waiting() {
		return this.database.column("select l.pid from pg_locks l where not granted and relation in "
				+ "('migrator_version'::regclass, 'migrator_history'::regclass)");
	}

	private ChildProcess run(String command, String... more) {
		return ChildProcess
			.start(BusyApplication.class,
					Stream
						.of(Stream.of("--busy.url=" + this.database.fullUrl(),
								"--migrator.locations=" + this.revisions.location(), "--migrator.packages=none",
								"--migrator.new-scripts.project-directory=" + this.folder, "migrator"),
								Stream.of(command.split(" ")), Stream.of(more))
						.flatMap((some) -> some)
						.toArray(String[]::new));
	}

}
