package dev.migrator.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on one of the {@link Server}s.
 */
final class Database {

	private static int count;

	private final Server server;

	private final PGSimpleDataSource dataSource;

	private Database(Server server, String name) {
		this.server = server;
		this.dataSource = server.database(name);
	}

	static Database create() throws SQLException {
		return create(Server.DISK);
	}

	static Database create(Server server) throws SQLException {
		String name = "bench_" + count++;
		new Database(server, "postgres").execute("create database " + name);
		return new Database(server, name);
	}

	static Database maintenance() {
		return new Database(Server.DISK, "postgres");
	}

	PGSimpleDataSource dataSource() {
		return this.dataSource;
	}

	String name() {
		return String.valueOf(this.dataSource.getDatabaseName());
	}

	void drop() throws SQLException {
		new Database(this.server, "postgres").execute("drop database %s with (force)".formatted(name()));
	}

	/**
	 * Prepares a measurement of time: statements are not counted, and what the work
	 * before has left to be written is written.
	 */
	void settle() throws SQLException {
		execute("alter database %s set pg_stat_statements.track = 'none'".formatted(name()));
		execute("checkpoint");
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
