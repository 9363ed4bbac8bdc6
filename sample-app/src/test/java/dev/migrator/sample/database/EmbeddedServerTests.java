package dev.migrator.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedServer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedServerTests {

	@TempDir
	static Path initialized;

	@TempDir
	Path folder;

	/** Takes longer than anything else here. */
	@BeforeAll
	static void initialize() {
		EmbeddedServer.in(initialized).close();
	}

	@Test
	void keepsItsDataOverARestart() throws Exception {
		copyInitialized(this.folder);
		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			writeNote(server, "kept");
		}
		assertThat(running()).isEmpty();

		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			assertThat(readNotes(server)).containsExactly("kept");
		}
	}

	@Test
	void ownsItsDatabaseWithoutBeingSuperuser() throws Exception {
		copyInitialized(this.folder);
		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			assertThat(query(server,
					"select current_database() || ' ' || current_user || ' ' || current_setting('is_superuser')"))
				.containsExactly("workout_buddy workout_buddy off");
		}
	}

	@Test
	void secondProcessAttachesToTheRunningServerAndDoesNotStopIt() throws Exception {
		copyInitialized(this.folder);
		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			writeNote(server, "before");

			try (ServerProcess second = ServerProcess.on(this.folder)) {
				assertThat(second.awaitReady()).isEqualTo(new ServerProcess.Ready(false, server.port()));
			}

			assertThat(readNotes(server)).containsExactly("before");
		}
	}

	@Test
	void secondContextOfTheSameProcessAttachesToo() throws Exception {
		copyInitialized(this.folder);
		try (EmbeddedServer first = EmbeddedServer.in(this.folder)) {
			try (EmbeddedServer second = EmbeddedServer.in(this.folder)) {
				assertThat(first.isOwner()).isTrue();
				assertThat(second.isOwner()).isFalse();
				assertThat(second.port()).isEqualTo(first.port());
			}
			writeNote(first, "still there");
		}
		assertThat(running()).isEmpty();
	}

	@Test
	void twoProcessesThatStartAtOnceShareOneServer() throws Exception {
		try (ServerProcess one = ServerProcess.on(this.folder); ServerProcess two = ServerProcess.on(this.folder)) {
			ServerProcess.Ready first = one.awaitReady();
			ServerProcess.Ready second = two.awaitReady();

			assertThat(Stream.of(first, second).filter(ServerProcess.Ready::owner)).hasSize(1);
			assertThat(first.port()).isEqualTo(second.port());
		}
		assertThat(running()).isEmpty();
	}

	@Test
	@Tag("thorough")
	void attachedProcessSaysThatTheOwnerHasEnded(CapturedOutput output) throws Exception {
		copyInitialized(this.folder);
		ServerProcess owner = ServerProcess.on(this.folder);
		owner.awaitReady();

		try (EmbeddedServer attached = EmbeddedServer.in(this.folder)) {
			owner.close();

			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(output)
					.contains("The embedded PostgreSQL at port " + attached.port() + " has ended"));
		}
	}

	@Test
	void ownerSaysWhoseSessionsItEnds(CapturedOutput output) throws Exception {
		copyInitialized(this.folder);
		EmbeddedServer server = EmbeddedServer.in(this.folder);
		String url = server.connectionSettings()
			.getJdbcUrl()
			.replaceFirst("ApplicationName=.*", "ApplicationName=psql");

		try (Connection other = DriverManager.getConnection(url, "workout_buddy", null)) {
			server.close();

			assertThat(other.isValid(1)).isFalse();
			assertThat(output).contains("under the sessions of psql");
		}
	}

	@Test
	@Tag("thorough")
	void serverWhoseOwnerWasKilledIsAttachedTo() throws Exception {
		copyInitialized(this.folder);
		ServerProcess owner = ServerProcess.on(this.folder);
		ServerProcess.Ready ready = owner.awaitReady();
		owner.kill();

		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			assertThat(server.isOwner()).isFalse();
			assertThat(server.port()).isEqualTo(ready.port());
		}
		crash();
	}

	@Test
	@Tag("thorough")
	void crashedServerIsStartedAgainWithItsData() throws Exception {
		copyInitialized(this.folder);
		ServerProcess owner = ServerProcess.on(this.folder);
		owner.awaitReady();
		try (EmbeddedServer attached = EmbeddedServer.in(this.folder)) {
			writeNote(attached, "kept");
		}
		owner.kill();
		crash();
		assertThat(data().resolve("postmaster.pid")).exists();

		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			assertThat(server.isOwner()).isTrue();
			assertThat(readNotes(server)).containsExactly("kept");
		}
	}

	@Test
	void pidThatAnotherProgramHasNowIsNotTakenForTheServer() throws Exception {
		copyInitialized(this.folder);
		writePidFile(ProcessHandle.current().pid(), 1);

		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			assertThat(server.isOwner()).isTrue();
		}
	}

	@Test
	@Tag("thorough")
	void pidThatTheServerOfAnotherFolderHasNowIsNotTakenForThisOne(@TempDir Path otherFolder) throws Exception {
		copyInitialized(this.folder);
		copyInitialized(otherFolder);

		try (EmbeddedServer other = EmbeddedServer.in(otherFolder)) {
			long pid = RunningServer.in(otherFolder.resolve("data")).orElseThrow().process().pid();
			writePidFile(pid, other.port());

			try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
				assertThat(server.isOwner()).isTrue();
				assertThat(server.port()).isNotEqualTo(other.port());
			}
			writeNote(other, "untouched");
		}
	}

	@Test
	@Tag("thorough")
	void dataFolderThatWasNeverFinishedIsMadeAnew() throws Exception {
		Files.createDirectories(data());
		Files.writeString(data().resolve("PG_VERSION"), "18\n");
		Files.writeString(this.folder.resolve("unfinished"), "");

		try (EmbeddedServer server = EmbeddedServer.in(this.folder)) {
			writeNote(server, "works");
		}
		assertThat(this.folder.resolve("unfinished")).doesNotExist();
	}

	@Test
	void folderThatCannotBeMadeIsNamed() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "");

		assertThatExceptionOfType(DatabaseSetupException.class).isThrownBy(() -> EmbeddedServer.in(file))
			.satisfies((failure) -> assertThat(failure.description()).contains(file.toString()))
			.satisfies((failure) -> assertThat(failure.action()).contains("sample.postgres.directory"));
	}

	/** A folder that has had its server before. */
	private static void copyInitialized(Path folder) throws IOException {
		// PostgreSQL refuses a folder that others may look into; a temporary one is
		// private.
		Path data = Files.move(Files.createTempDirectory(folder, "data"), folder.resolve("data"));
		FileSystemUtils.copyRecursively(initialized.resolve("data"), data);
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private List<RunningServer> running() {
		return RunningServer.in(data()).stream().toList();
	}

	private void crash() {
		ProcessHandle server = RunningServer.in(data()).orElseThrow().process();
		List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
		server.destroyForcibly();
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
	}

	private void writePidFile(long pid, int port) throws IOException {
		String started = "1767225600";
		Files.writeString(data().resolve("postmaster.pid"), String.join("\n", String.valueOf(pid), data().toString(),
				started, String.valueOf(port), "", "localhost", "", "ready", ""));
	}

	private static void writeNote(EmbeddedServer server, String text) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			statement.execute("create table note (text text); insert into note values ('" + text + "')");
		}
	}

	private static List<String> readNotes(EmbeddedServer server) throws SQLException {
		return query(server, "select text from note");
	}

	private static List<String> query(EmbeddedServer server, String sql) throws SQLException {
		try (Connection connection = connect(server);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			Stream.Builder<String> values = Stream.builder();
			while (result.next()) {
				values.add(result.getString(1));
			}
			return values.build().toList();
		}
	}

	private static Connection connect(EmbeddedServer server) throws SQLException {
		ConnectionSettings settings = server.connectionSettings();
		return DriverManager.getConnection(settings.getJdbcUrl(), settings.getUsername(), settings.getPassword());
	}

}
