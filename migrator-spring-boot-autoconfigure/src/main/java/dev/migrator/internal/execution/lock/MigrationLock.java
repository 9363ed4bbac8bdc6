package dev.migrator.internal.execution.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.migrator.execution.LockNotAcquiredException;
import dev.migrator.execution.RunStoppedException;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.PoolerCheck;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a version table. The wait for it is bounded, and closing it releases it.
 * Until it is held, a lost connection is replaced by another one: nothing has been done
 * yet, and a server that is restarted, or a network that drops a silent connection, is no
 * reason to stop before the time is over.
 */
public final class MigrationLock implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final ServerConnection connection;

	private final AdvisoryLock lock;

	private final Duration wait;

	private final Waiting waiting;

	private boolean tried;

	private boolean held;

	/**
	 * Whether the connection is known to lead through a pooler that keeps its session.
	 */
	private boolean pooled;

	/** The failure that ended the connection, while there is no other connection. */
	private @Nullable MigratorException lost;

	/**
	 * Begins to wait for the lock.
	 * @param connection the session that is to hold it
	 * @param tables the tables, in their schema
	 * @param wait the longest time to wait
	 */
	public MigrationLock(ServerConnection connection, MigratorTables tables, Duration wait) {
		this.connection = connection;
		this.lock = new AdvisoryLock(tables.resolvedSchema(), tables.versionTable());
		this.wait = wait;
		this.waiting = new Waiting(wait);
	}

	/**
	 * Tries to take the lock; after a pause, except for the first time.
	 * @return whether this session holds it
	 * @throws LockNotAcquiredException if the time is over and another migrator holds it,
	 * or if the thread is interrupted
	 * @throws SqlFailure if the server refuses
	 * @throws ConnectionRefusedException if there is a pooler that does not keep the
	 * session; or if the connection was lost, and there is no other when the time is over
	 * @throws RunStoppedException if the process shuts down
	 */
	public boolean tryLock() {
		if (this.tried && !this.waiting.pause(() -> "another migrator" + heldBy(this.lock.holders(this.connection)))) {
			if (this.lost != null) {
				throw this.lost;
			}
			throw new LockNotAcquiredException(this.wait, this.lock.key(), this.lock.holders(this.connection));
		}
		this.tried = true;
		try {
			if (!this.connection.alive()) {
				this.connection.renew();
			}
			Optional<Boolean> direct = this.pooled ? Optional.empty() : this.lock.tryLockUnlessPooled(this.connection);
			if (direct.isEmpty() && !this.pooled) {
				PoolerCheck.of(this.connection);
				this.pooled = true;
			}
			this.held = direct.isPresent() ? direct.get() : this.lock.tryLock(this.connection);
			this.lost = null;
		}
		catch (SqlFailure | ConnectionRefusedException ex) {
			requireAnotherTry(ex);
		}
		if (this.held) {
			this.waiting.close();
		}
		return this.held;
	}

	/**
	 * Records a failure that happens while another migrator holds the lock. If the
	 * connection was lost, the next try takes another one.
	 * @param failure the failure on this connection
	 * @throws MigratorException the failure, if the connection still works or the time is
	 * over
	 */
	public void requireAnotherTry(MigratorException failure) {
		if (this.connection.alive() || this.waiting.isOver()) {
			throw failure;
		}
		if (this.lost == null) {
			logger.warn("The connection was lost while waiting for another migrator; connecting again");
		}
		this.lost = failure;
	}

	private static String heldBy(List<String> holders) {
		return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
	}

	@Override
	public void close() {
		this.waiting.close();
		if (this.held && this.connection.alive() && !this.lock.unlock(this.connection)) {
			logger.warn("The migrator's lock was lost before the end of the run: a script released it, with DISCARD "
					+ "ALL or pg_advisory_unlock_all(), or a connection pooler between the application and "
					+ "the server does not keep the session. Two migrators may have run at the same time.");
		}
	}

}
