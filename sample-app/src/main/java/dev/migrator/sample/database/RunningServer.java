package dev.migrator.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that serves a data folder at this moment, whoever started it.
 *
 * @param process its main process
 * @param port where it listens
 */
record RunningServer(ProcessHandle process, int port) {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofMillis(100);

	/** SQLSTATE class 08: there is nobody, or nobody who speaks PostgreSQL. */
	private static final String CONNECTION_EXCEPTION = "08";

	/**
	 * Looks for the server of a data folder. One that is just starting is waited for. A
	 * {@code postmaster.pid} that a crashed server left is no server; it is removed if
	 * its number belongs to another process now, which would make PostgreSQL itself
	 * refuse to start.
	 * @param data the data folder
	 * @return the server, or empty if none runs
	 * @throws DatabaseSetupException if one runs that does not answer
	 */
	static Optional<RunningServer> in(Path data) {
		long deadline = System.nanoTime() + WAIT.toNanos();
		while (true) {
			PidFile pidFile = PidFile.in(data).orElse(null);
			ProcessHandle process = (pidFile != null) ? pidFile.process().orElse(null) : null;
			if (pidFile == null || process == null) {
				return Optional.empty();
			}
			Answer answer = (pidFile.port() > 0) ? ask(pidFile.port(), data) : Answer.NONE;
			if (answer == Answer.SERVES_FOLDER) {
				return Optional.of(new RunningServer(process, pidFile.port()));
			}
			// Only now: by its clock alone a server that answers is not taken for dead.
			if (answer == Answer.NONE && pidFile.isPidReused()) {
				pidFile.delete();
				return Optional.empty();
			}
			if (System.nanoTime() > deadline) {
				throw doesNotAnswer(data, pidFile);
			}
			pause(data, pidFile);
		}
	}

	private static Answer ask(int port, Path data) {
		try (Connection connection = connect(port);
				Statement statement = connection.createStatement();
				ResultSet folder = statement.executeQuery("show data_directory")) {
			return (folder.next() && isSame(Path.of(folder.getString(1)), data)) ? Answer.SERVES_FOLDER : Answer.NONE;
		}
		catch (SQLException ex) {
			boolean nobody = ex.getSQLState() == null || ex.getSQLState().startsWith(CONNECTION_EXCEPTION);
			return nobody ? Answer.NONE : Answer.NOT_YET;
		}
	}

	private static boolean isSame(Path served, Path data) {
		try {
			return Files.isSameFile(served, data);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * The other applications that have a session on this server.
	 * @param name the name of the application that does not count
	 * @return their names, or {@code null} if there is none
	 */
	@Nullable String otherApplications(String name) {
		String sql = "select string_agg(distinct coalesce(nullif(application_name, ''), 'unnamed'), ', ') "
				+ "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() "
				+ "and application_name <> ?";
		try (Connection connection = connect(this.port); PreparedStatement query = connection.prepareStatement(sql)) {
			query.setString(1, name);
			try (ResultSet names = query.executeQuery()) {
				return names.next() ? names.getString(1) : null;
			}
		}
		catch (SQLException ex) {
			return null;
		}
	}

	/**
	 * Creates the database and the role that owns it, unless they are there.
	 * @param name the name of both
	 */
	void createDatabaseIfMissing(String name) {
		try (Connection connection = connect(this.port); Statement statement = connection.createStatement()) {
			if (isMissing(statement, "select from pg_roles where rolname = '" + name + "'")) {
				statement.execute("create role " + name + " login");
			}
			if (isMissing(statement, "select from pg_database where datname = '" + name + "'")) {
				statement.execute("create database " + name + " owner " + name);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseSetupException(
					"The database " + name + " could not be created in the embedded PostgreSQL: " + ex.getMessage(),
					"Look into the log of the server.", ex);
		}
	}

	private static boolean isMissing(Statement statement, String query) throws SQLException {
		try (ResultSet result = statement.executeQuery(query)) {
			return !result.next();
		}
	}

	private static Connection connect(int port) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://localhost:" + port
				+ "/postgres?connectTimeout=5&socketTimeout=10" + "&user=postgres&ApplicationName=workout-buddy-setup");
	}

	private static void pause(Path data, PidFile pidFile) {
		try {
			Thread.sleep(POLL.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw doesNotAnswer(data, pidFile);
		}
	}

	private static DatabaseSetupException doesNotAnswer(Path data, PidFile pidFile) {
		String port = (pidFile.port() > 0) ? "at port " + pidFile.port() : "at any port yet";
		return new DatabaseSetupException(
				"Process %s serves %s according to %s, but does not answer %s.".formatted(pidFile.pid(), data,
						pidFile.path().getFileName(), port),
				"If it is a PostgreSQL, end it. If it is something else, delete that file. Then start again.");
	}

	private enum Answer {

		/** A server that serves the folder. */
		SERVES_FOLDER,

		/** A server that is starting, stopping or full. */
		NOT_YET,

		/** Nobody, or somebody else. */
		NONE

	}

}
