package dev.migrator.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Where the tests' PostgreSQL listens.
 *
 * @param host the host
 * @param port the port
 * @param password the password of {@code postgres}, or {@code null} if none is needed
 */
record PostgresServer(String host, int port, @Nullable String password) {

	/** Folder with an unpacked archive of binaries, where not those of the class path. */
	private static final String BINARIES = "migrator.test.binaries";

	private static final List<String> SETTINGS = List.of("max_connections=300", "fsync=off",
			"shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_utility=on",
			// More than all tests send: it would drop what comes seldom.
			"pg_stat_statements.max=100000");

	static {
		// A machine that is busy with other tests needs longer than ten seconds.
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

	static PostgresServer start() {
		boolean embedded = System.getProperty(BINARIES) != null;
		return (!embedded && DockerClientFactory.instance().isDockerAvailable()) ? container() : embedded();
	}

	/**
	 * A server from the binaries of the class path, or of the folder that the tests are
	 * told to use.
	 */
	static EmbeddedPostgres.Builder builder() {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60));
		String binaries = System.getProperty(BINARIES);
		if (binaries != null) {
			builder.setPgBinaryResolver((system, architecture) -> archive(Path.of(binaries)));
		}
		return builder;
	}

	@SuppressWarnings("resource")
	private static PostgresServer container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine").withUsername("postgres");
		String[] command = Stream
			.concat(Stream.of("postgres"), SETTINGS.stream().flatMap((setting) -> Stream.of("-c", setting)))
			.toArray(String[]::new);
		container.withCommand(command);
		container.start();
		return new PostgresServer(container.getHost(), container.getMappedPort(5432), container.getPassword());
	}

	/**
	 * The library stops the server when the JVM ends.
	 */
	@SuppressWarnings("resource")
	private static PostgresServer embedded() {
		EmbeddedPostgres.Builder builder = builder();
		FolderInMemory.create().ifPresent(builder::setDataDirectory);
		for (String setting : SETTINGS) {
			String[] pair = setting.split("=", 2);
			builder.setServerConfig(pair[0], pair[1]);
		}
		try {
			return new PostgresServer("localhost", builder.start().getPort(), null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream archive(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return Files
				.newInputStream(files.filter((file) -> file.toString().endsWith(".txz")).findFirst().orElseThrow());
		}
	}

	PGSimpleDataSource dataSource(String database) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setServerNames(new String[] { this.host });
		dataSource.setPortNumbers(new int[] { this.port });
		dataSource.setDatabaseName(database);
		dataSource.setUser("postgres");
		if (this.password != null) {
			dataSource.setPassword(this.password);
		}
		return dataSource;
	}

}
