package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of one test, which may be stopped, started again and ruined. From the
 * binaries that come as a dependency, of the version that the other tests run on.
 */
public final class OwnServer implements AutoCloseable {

	private final Path data;

	private final String[] settings;

	private final int port;

	private @Nullable EmbeddedPostgres running;

	private OwnServer(Path data, String[] settings) {
		this.data = data;
		this.settings = settings;
		this.running = run(0);
		this.port = this.running.getPort();
	}

	/**
	 * Starts a server.
	 * @param folder an empty folder for its data
	 * @param settings settings such as {@code max_connections=10}
	 * @return the server
	 */
	public static OwnServer start(Path folder, String... settings) {
		Path data = folder.resolve("data");
		try {
			// PostgreSQL refuses a folder that others may look into; a temporary one is
			// private.
			Files.move(Files.createTempDirectory(folder, "data"), data);
			FileSystemUtils.copyRecursively(Initialized.DATA, data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new OwnServer(data, settings);
	}

	private EmbeddedPostgres run(int wantedPort) {
		EmbeddedPostgres.Builder builder = PostgresServer.builder()
			.setDataDirectory(this.data)
			.setCleanDataDirectory(false);
		if (wantedPort != 0) {
			builder.setPort(wantedPort);
		}
		builder.setServerConfig("fsync", "off");
		for (String setting : this.settings) {
			String[] pair = setting.split("=", 2);
			builder.setServerConfig(pair[0], pair[1]);
		}
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Stops it, ending all sessions.
	 */
	public void stop() {
		if (this.running == null) {
			return;
		}
		try {
			this.running.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.running = null;
		}
	}

	/**
	 * Starts it again, with its data and at its port.
	 */
	public void startAgain() {
		this.running = run(this.port);
	}

	/**
	 * Lets it be a standby from its next start on, one that follows nobody.
	 */
	public void becomeStandby() {
		try {
			Files.createFile(this.data.resolve("standby.signal"));
			Files.writeString(this.data.resolve("postgresql.auto.conf"), "primary_conninfo = ''\n",
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Its maintenance database.
	 * @return the database {@code postgres}
	 */
	public TestDatabase database() {
		PGSimpleDataSource dataSource = new PostgresServer("localhost", this.port, null).dataSource("postgres");
		return new TestDatabase(dataSource);
	}

	@Override
	public void close() {
		stop();
	}

	/**
	 * Data of a server that nobody has used: initializing takes longer than all the rest.
	 */
	private static final class Initialized {

		static final Path DATA = initialize();

		private static Path initialize() {
			try {
				Path folder = Files.createTempDirectory("initialized");
				new OwnServer(folder, new String[0]).stop();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
				return folder;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void delete(Path folder) {
			try {
				FileSystemUtils.deleteRecursively(folder);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
