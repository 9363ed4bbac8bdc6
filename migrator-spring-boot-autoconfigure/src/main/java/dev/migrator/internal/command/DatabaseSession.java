package dev.migrator.internal.command;

import dev.migrator.autogenerate.TargetServer;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.lock.MigrationLock;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.StateReader;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.script.RevisionScripts;

/**
 * A connection to the database of a migrator. Closing it returns the connection.
 */
public final class DatabaseSession implements AutoCloseable {

	private final ExecutionSettings settings;

	private final StateReader stateReader;

	private final ServerConnection connection;

	DatabaseSession(ExecutionSettings settings, StateReader stateReader, ServerConnection connection) {
		this.settings = settings;
		this.stateReader = stateReader;
		this.connection = connection;
	}

	public ServerConnection connection() {
		return this.connection;
	}

	/**
	 * Returns the present state.
	 */
	public DatabaseState state() {
		try (StoppableWork work = new StoppableWork(this.connection)) {
			return this.stateReader.read(this.connection);
		}
	}

	/**
	 * Returns the present state, possibly without history entries that say what the
	 * scripts say.
	 */
	DatabaseState changedState(RevisionScripts scripts) {
		try (StoppableWork work = new StoppableWork(this.connection)) {
			return this.stateReader.readChanges(this.connection, scripts);
		}
	}

	/**
	 * Returns the present state, read as a part of other work.
	 * @param work that work
	 */
	public DatabaseState state(StoppableWork work) {
		return this.stateReader.read(this.connection);
	}

	/**
	 * Begins work that may ask more than the state, until it is closed.
	 */
	public StoppableWork stoppable() {
		return new StoppableWork(this.connection);
	}

	/**
	 * Returns the server for which a model is read, as a part of other work.
	 */
	public TargetServer server() {
		return TargetServer.of(this.connection);
	}

	/**
	 * Begins to wait for the lock, without holding it yet.
	 * @param first the state before the wait
	 */
	LockedDatabase waitForLock(DatabaseState first) {
		return new LockedDatabase(this, new MigrationLock(this.connection, first.tables(), this.settings.lockWait()));
	}

	/**
	 * Waits for the lock, and takes it.
	 * @param first the state before the wait; it may have changed meanwhile
	 */
	LockedDatabase lock(DatabaseState first) {
		LockedDatabase locked = waitForLock(first);
		try {
			while (!locked.tryLock()) {
				// tryLock() pauses by itself, and throws when the time is over.
			}
			return locked;
		}
		catch (RuntimeException | Error ex) {
			locked.close();
			throw ex;
		}
	}

	public LockedDatabase lock() {
		return lock(state());
	}

	@Override
	public void close() {
		this.connection.close();
	}

}
