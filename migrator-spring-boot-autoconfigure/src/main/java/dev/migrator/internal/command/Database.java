package dev.migrator.internal.command;

import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.StateReader;
import dev.migrator.internal.execution.words.LineLog;
import org.springframework.util.function.SingletonSupplier;

/**
 * The database of a migrator. Each piece of work gets a connection of its own, which is
 * returned when the work is done.
 */
public final class Database {

	private final SingletonSupplier<DataSource> dataSource;

	private final MigratorTables tables;

	private final StateReader stateReader;

	private final ExecutionSettings settings;

	private final LineLog log;

	public Database(Supplier<DataSource> dataSource, MigratorTables tables, ExecutionSettings settings) {
		this(dataSource, tables, settings, new LineLog("dev.migrator"));
	}

	/**
	 * Creates a database.
	 * @param log the log of what its server says
	 */
	public Database(Supplier<DataSource> dataSource, MigratorTables tables, ExecutionSettings settings, LineLog log) {
		this.dataSource = SingletonSupplier.of(dataSource);
		this.tables = tables;
		this.stateReader = new StateReader(tables);
		this.settings = settings;
		this.log = log;
	}

	public DataSource dataSource() {
		return this.dataSource.obtain();
	}

	public MigratorTables tables() {
		return this.tables;
	}

	public ServerConnection connect() {
		return ServerConnection.open(dataSource(), (notice) -> this.log.info("The server says: " + notice));
	}

	public ExecutionSettings settings() {
		return this.settings;
	}

	/**
	 * Opens a session for one piece of work.
	 */
	public DatabaseSession open() {
		return new DatabaseSession(this.settings, this.stateReader, connect());
	}

	/**
	 * Returns the present state.
	 */
	public DatabaseState state() {
		try (DatabaseSession session = open()) {
			return session.state();
		}
	}

	/**
	 * Returns the present state, with the history entries of half-way revisions only.
	 */
	public DatabaseState unfinishedState() {
		try (ServerConnection connection = connect()) {
			return this.stateReader.readUnfinished(connection);
		}
	}

	/**
	 * Returns the present state, with the history entry of one revision only.
	 */
	public DatabaseState stateOf(String revision) {
		try (ServerConnection connection = connect()) {
			return this.stateReader.read(connection, revision);
		}
	}

}
