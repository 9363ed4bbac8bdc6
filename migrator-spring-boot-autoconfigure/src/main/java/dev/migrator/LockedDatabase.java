package dev.migrator;

import dev.migrator.dialect.ConnectionRefusedException;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.execution.DatabaseState;
import dev.migrator.execution.MigrationLock;
import org.jspecify.annotations.Nullable;

/**
 * The database of a migrator while its lock is waited for, and then held. The lock is
 * given back when this is closed.
 */
final class LockedDatabase implements AutoCloseable {

	private final DatabaseSession session;

	private final MigrationLock lock;

	LockedDatabase(DatabaseSession session, MigrationLock lock) {
		this.session = session;
		this.lock = lock;
	}

	/**
	 * Tries to take the lock; not for the first time, after a pause.
	 * @return whether it is held
	 */
	boolean tryLock() {
		return this.lock.tryLock();
	}

	/**
	 * The state as it is while another migrator holds the lock.
	 * @return the state, or {@code null} if the connection was lost, and there will be
	 * another one
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
	 * The state as it is now.
	 */
	DatabaseState state() {
		return this.session.state();
	}

	ServerConnection connection() {
		return this.session.connection();
	}

	@Override
	public void close() {
		this.lock.close();
	}

}
