package dev.migrator;

import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.store.MigratorTables;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.ExecutionSettings;
import dev.migrator.execution.LineLog;
import dev.migrator.execution.StateReader;
import org.springframework.util.function.SingletonSupplier;

/**
 * The database that a migrator is for: each piece of work gets a connection of its own,
 * which is given back when it is done.
 */
final class Database {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final SingletonSupplier<DataSource> dataSource;

	private final MigratorTables tables;

	private final StateReader stateReader;

	private final ExecutionSettings settings;

	Database(Supplier<DataSource> dataSource, MigratorTables tables, ExecutionSettings settings) {
		this.dataSource = SingletonSupplier.of(dataSource);
		this.tables = tables;
		this.stateReader = new StateReader(tables);
		this.settings = settings;
	}

	DataSource dataSource() {
		return this.dataSource.obtain();
	}

	MigratorTables tables() {
		return this.tables;
	}

	ServerConnection connect() {
		return ServerConnection.open(dataSource(), (notice) -> logger.info("The server says: " + notice));
	}

	ExecutionSettings settings() {
		return this.settings;
	}

	/**
	 * Opens it for one piece of work.
	 */
	DatabaseSession open() {
		return new DatabaseSession(this.settings, this.stateReader, connect());
	}

	/**
	 * The state as it is now.
	 */
	DatabaseState state() {
		try (DatabaseSession session = open()) {
			return session.state();
		}
	}

	/**
	 * The state as it is now, of the history only with what stopped half-way.
	 */
	DatabaseState unfinishedState() {
		try (ServerConnection connection = connect()) {
			return this.stateReader.readUnfinished(connection);
		}
	}

	/**
	 * The state as it is now, of the history only with what is about one revision.
	 */
	DatabaseState stateOf(String revision) {
		try (ServerConnection connection = connect()) {
			return this.stateReader.read(connection, revision);
		}
	}

}
