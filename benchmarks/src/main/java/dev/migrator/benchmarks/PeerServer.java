package dev.migrator.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server with a new database for each run, that counts what is done there.
 */
final class PeerServer {

	private final PGSimpleDataSource server;

	private final boolean countsStatements;

	private int count;

	PeerServer(@Nullable String url) throws SQLException {
		this.server = (url != null) ? new PGSimpleDataSource() : Database.maintenance().dataSource();
		if (url != null) {
			this.server.setUrl(url);
		}
		this.countsStatements = tryStatements();
	}

	private boolean tryStatements() {
		try {
			execute("create extension if not exists pg_stat_statements");
			number("select count(*) from pg_stat_statements_info");
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	PGSimpleDataSource create() throws SQLException {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(this.server.getURL());
		database.setUser(this.server.getUser());
		database.setPassword(this.server.getPassword());
		database.setDatabaseName("migrator_peers_" + this.count++);
		execute("drop database if exists " + database.getDatabaseName());
		execute("create database " + database.getDatabaseName());
		if (this.countsStatements) {
			execute("select pg_stat_statements_reset()");
		}
		return database;
	}

	void drop(PGSimpleDataSource database) throws SQLException {
		execute("drop database " + database.getDatabaseName() + " with (force)");
	}

	/**
	 * Returns how many transactions were committed in this database. The figure is there
	 * once the sessions have ended.
	 */
	long commits(PGSimpleDataSource database) throws Exception {
		String name = "'" + database.getDatabaseName() + "'";
		while (number("select count(*) from pg_stat_activity where datname = " + name) > 0) {
			Thread.sleep(20);
		}
		return number("select xact_commit from pg_stat_database where datname = " + name);
	}

	/**
	 * Returns how many statements were executed in this database, or -1 if the server
	 * does not count them or has forgotten some.
	 */
	long statements(PGSimpleDataSource database) throws SQLException {
		if (!this.countsStatements || number("select dealloc from pg_stat_statements_info") > 0) {
			return -1;
		}
		return number("""
				select coalesce(sum(calls), 0) from pg_stat_statements
				where dbid = (select oid from pg_database where datname = '%s')
				""".formatted(database.getDatabaseName()));
	}

	String version() throws SQLException {
		try (Connection connection = this.server.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(
						"select split_part(version(), ' on ', 1) || ', fsync ' || current_setting('fsync')")) {
			result.next();
			return result.getString(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.server.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long number(String sql) throws SQLException {
		try (Connection connection = this.server.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

}
