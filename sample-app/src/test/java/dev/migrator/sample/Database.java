package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An empty database on a server that all tests share.
 */
public final class Database {

	private static final AtomicInteger databases = new AtomicInteger();

	private final String name;

	private Database(String name) {
		this.name = name;
	}

	public static Database create() {
		String name = "test_" + databases.incrementAndGet();
		JdbcClient.create(Server.INSTANCE.getPostgresDatabase()).sql("create database " + name).update();
		return new Database(name);
	}

	/** As a host writes it. */
	public String url() {
		return "postgresql://postgres@localhost:%d/%s".formatted(Server.INSTANCE.getPort(), this.name);
	}

	/**
	 * Has an application use it, and never that of whoever runs the tests: they empty it.
	 */
	public void giveTo(DynamicPropertyRegistry registry) {
		registry.add("DATABASE_URL", this::url);
		registry.add("spring.datasource.url", () -> "${migrator.jdbc-url.DATABASE_URL}");
		registry.add("spring.datasource.username", () -> "postgres");
	}

	/** Somewhere nobody listens. */
	public static String nowhere() {
		return "postgresql://postgres@localhost:1/nowhere";
	}

	public List<@Nullable String> versionRows() {
		return column("select version_num from migrator_version order by 1");
	}

	public List<@Nullable String> column(String sql) {
		return JdbcClient.create(dataSource()).sql(sql).query((row, number) -> row.getString(1)).list();
	}

	public boolean has(String table) {
		return column("select to_regclass('" + table + "')").get(0) != null;
	}

	public void execute(String sql) {
		JdbcClient.create(dataSource()).sql(sql).update();
	}

	public DataSource dataSource() {
		return Server.INSTANCE.getDatabase("postgres", this.name);
	}

	public int port() {
		return Server.INSTANCE.getPort();
	}

	public String name() {
		return this.name;
	}

	/** Started when the first test asks for it. */
	private static final class Server {

		static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
