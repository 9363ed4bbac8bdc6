package dev.migrator;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.dialect.PoolerCheck;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.ExecutionSettings;
import dev.migrator.execution.MigrationLock;
import dev.migrator.execution.MigratorTables;
import dev.migrator.execution.LineLog;
import dev.migrator.execution.StateReader;
import dev.migrator.execution.StoppableWork;
import org.jspecify.annotations.Nullable;

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

	DatabaseState state(ServerConnection connection) {
		return StoppableWork.on(connection, () -> this.stateReader.read(connection));
	}

	ExecutionSettings settings() {
		return this.settings;
	}

	/**
	 * Works with the state as it is now, without the lock.
	 */
	<T extends @Nullable Object> T read(BiFunction<ServerConnection, DatabaseState, T> work) {
		try (ServerConnection connection = connect()) {
			return StoppableWork.on(connection, () -> work.apply(connection, this.stateReader.read(connection)));
		}
	}

	/**
	 * Works with the state as it is now, and takes the lock if there is something to do.
	 */
	<T> T begin(BiFunction<ServerConnection, DatabaseState, T> work) {
		try (ServerConnection connection = connect()) {
			return work.apply(connection, state(connection));
		}
	}

	/**
	 * Works with the state as it is now, of the history only with what stopped half-way.
	 */
	<T> T readUnfinished(Function<DatabaseState, T> work) {
		try (ServerConnection connection = connect()) {
			return work.apply(this.stateReader.readUnfinished(connection));
		}
	}

	/**
	 * Works with the state as it is now, of the history only with what is about one
	 * revision.
	 */
	<T> T read(String revision, Function<DatabaseState, T> work) {
		try (ServerConnection connection = connect()) {
			return work.apply(this.stateReader.read(connection, revision));
		}
	}

	/**
	 * Works under the lock, with the state as it is then.
	 */
	<T> T lock(BiFunction<ServerConnection, DatabaseState, T> work) {
		return begin((connection, first) -> lock(connection, first, work));
	}

	/**
	 * Works under the lock, with the state as it is then: it may have changed while the
	 * lock was waited for.
	 */
	<T> T lock(ServerConnection connection, DatabaseState first, BiFunction<ServerConnection, DatabaseState, T> work) {
		PoolerCheck.of(connection);
		try (MigrationLock lock = MigrationLock.acquire(connection, first.tables(), this.settings.lockWait())) {
			return work.apply(connection, state(connection));
		}
	}

	/**
	 * Works under the lock, unless there is nothing left to do while it is waited for.
	 * @param done whether there is nothing left to do, by the state
	 * @param left what is returned then, by the state
	 */
	<T> T lockUnless(ServerConnection connection, DatabaseState first, Function<DatabaseState, Boolean> done,
			Function<DatabaseState, T> left, BiFunction<ServerConnection, DatabaseState, T> work) {
		PoolerCheck.of(connection);
		try (MigrationLock lock = MigrationLock.acquire(connection, first.tables(), this.settings.lockWait(),
				() -> done.apply(state(connection)))) {
			DatabaseState state = state(connection);
			return (lock != null) ? work.apply(connection, state) : left.apply(state);
		}
	}

}
