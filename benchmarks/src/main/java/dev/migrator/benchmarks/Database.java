package dev.migrator.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on an embedded PostgreSQL, with the server's own settings for durability.
 */
final class Database {

	private static final EmbeddedPostgres server = start();

	private static int count;

	private final PGSimpleDataSource dataSource;

	private Database(String name) {
		this.dataSource = (PGSimpleDataSource) server.getDatabase("postgres", name);
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder()
				.setServerConfig("max_connections", "300")
				.setServerConfig("shared_preload_libraries", "pg_stat_statements")
				.setServerConfig("pg_stat_statements.track_utility", "on")
				.setServerConfig("pg_stat_statements.max", "50000")
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Database create() throws SQLException {
		String name = "bench_" + count++;
		new Database("postgres").execute("create database " + name);
		return new Database(name);
	}

	static Database maintenance() {
		return new Database("postgres");
	}

	PGSimpleDataSource dataSource() {
		return this.dataSource;
	}

	String name() {
		return String.valueOf(this.dataSource.getDatabaseName());
	}

	void execute(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	long number(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

}
