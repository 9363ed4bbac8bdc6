package dev.migrator.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded PostgreSQL, started when it is first used.
 */
final class Server {

	/** Waits for the disk at each commit, as PostgreSQL does by default. */
	static final Server DISK = new Server("disk", "on");

	/**
	 * Waits for nothing, and has its data in memory where the machine has
	 * {@code /dev/shm}.
	 */
	static final Server MEMORY = new Server("memory", "off");

	private static final Path SHARED_MEMORY = Path.of("/dev/shm");

	private final String name;

	private final String durable;

	private @Nullable EmbeddedPostgres started;

	private Server(String name, String durable) {
		this.name = name;
		this.durable = durable;
	}

	static List<Server> all() {
		return List.of(DISK, MEMORY);
	}

	PGSimpleDataSource database(String name) {
		return (PGSimpleDataSource) started().getDatabase("postgres", name);
	}

	private synchronized EmbeddedPostgres started() {
		EmbeddedPostgres server = this.started;
		if (server == null) {
			server = start();
			this.started = server;
		}
		return server;
	}

	/**
	 * Sets both settings of durability, because the embedded server is started without
	 * them.
	 */
	private EmbeddedPostgres start() {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setServerConfig("fsync", this.durable)
				.setServerConfig("synchronous_commit", this.durable)
				.setServerConfig("max_connections", "300")
				.setServerConfig("shared_preload_libraries", "pg_stat_statements")
				.setServerConfig("pg_stat_statements.track_utility", "on")
				.setServerConfig("pg_stat_statements.max", "50000");
			if (this.durable.equals("off") && Files.isWritable(SHARED_MEMORY)) {
				builder.setDataDirectory(Files.createTempDirectory(SHARED_MEMORY, "benchmarks"));
			}
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
