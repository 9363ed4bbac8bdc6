package dev.migrator.internal.command;

import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.execution.lock.MigrationLock;
import dev.migrator.internal.execution.state.DatabaseState;
import org.jspecify.annotations.Nullable;

/**
 * The database of a migrator while the migrator waits for the lock, and then holds it.
 * Closing it releases the lock.
 */
public final class LockedDatabase implements AutoCloseable {

	private final DatabaseSession session;

	private final MigrationLock lock;

	LockedDatabase(DatabaseSession session, MigrationLock lock) {
		this.session = session;
		this.lock = lock;
	}

	/**
	 * Tries to take the lock; after a pause, except for the first time.
	 * @return whether it is held
	 */
	boolean tryLock() {
		return this.lock.tryLock();
	}

	/**
	 * Returns the state while another migrator holds the lock.
	 * @return the state, or {@code null} if the connection was lost and will be replaced
	 */
	@Nullable DatabaseState stateWhileWaiting() {
		if (!connection().alive()) {
			return null;
		}
		try {
			return state();
		}
		catch (SqlFailure | ConnectionRefusedException ex) {
			this.lock.requireAnotherTry(ex);
			return null;
		}
	}

	/**
	 * Returns the present state.
	 */
	public DatabaseState state() {
		return this.session.state();
	}

	public ServerConnection connection() {
		return this.session.connection();
	}

	@Override
	public void close() {
		this.lock.close();
	}

}
