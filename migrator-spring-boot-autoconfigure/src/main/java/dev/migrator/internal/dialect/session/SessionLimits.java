package dev.migrator.internal.dialect.session;

import java.time.Duration;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;

/**
 * The limits that a session has while it migrates. They are always set, because roles and
 * databases have settings of their own.
 */
public final class SessionLimits {

	/**
	 * Lets the server notice that its client is gone while a statement runs, and end it.
	 * Without it the statement of a killed process goes on to its end, and holds the
	 * lock.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection
	 * settings</a>
	 */
	private static final String CLIENT_CHECK = "client_connection_check_interval = 2000;";

	private final Duration lockTimeout;

	private final Duration concurrentWait;

	private final Duration statementTimeout;

	private final boolean clientCheck;

	private SessionLimits(Duration lockTimeout, Duration concurrentWait, Duration statementTimeout,
			boolean clientCheck) {
		this.lockTimeout = lockTimeout;
		this.concurrentWait = concurrentWait;
		this.statementTimeout = statementTimeout;
		this.clientCheck = clientCheck;
	}

	/**
	 * For a server that is not known. Who runs a script there sees it when the script
	 * hangs.
	 * @param lockTimeout how long a statement may wait for a lock
	 * @param concurrentWait how long one may that runs CONCURRENTLY
	 * @param statementTimeout how long a statement may take; zero for as long as it takes
	 * @return the limits
	 */
	public static SessionLimits of(Duration lockTimeout, Duration concurrentWait, Duration statementTimeout) {
		return new SessionLimits(lockTimeout, concurrentWait, statementTimeout, false);
	}

	/**
	 * The same, as far as the server of a session knows them.
	 * @param connection the session
	 * @return the limits
	 */
	public SessionLimits on(ServerConnection connection) {
		return new SessionLimits(this.lockTimeout, this.concurrentWait, this.statementTimeout,
				supportsClientCheck(connection));
	}

	/**
	 * Not every operating system of a server does.
	 */
	private static boolean supportsClientCheck(ServerConnection connection) {
		try {
			connection.send("BEGIN;SET LOCAL " + CLIENT_CHECK + "ROLLBACK");
			return true;
		}
		catch (SqlFailure ex) {
			connection.rollback();
			return false;
		}
	}

	/**
	 * Limits of one transaction.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String local() {
		return limits("SET LOCAL ", this.lockTimeout.toMillis());
	}

	/**
	 * Limits of the session, which scripts without a transaction have and may change.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String session() {
		return limits("SET ", this.lockTimeout.toMillis());
	}

	/**
	 * Lets a statement that runs CONCURRENTLY wait longer for a lock, unless the script
	 * has said how long: it blocks nobody while it waits, and leaves an invalid index
	 * behind when it is not allowed to.
	 * @return a query, which returns a row if it does
	 */
	public String waitConcurrently() {
		return lockTimeout(this.lockTimeout, this.concurrentWait);
	}

	/**
	 * Takes back {@link #waitConcurrently()}.
	 * @return SQL
	 */
	public String waitAsBefore() {
		return lockTimeout(this.concurrentWait, this.lockTimeout);
	}

	private static String lockTimeout(Duration from, Duration to) {
		return """
				SELECT pg_catalog.set_config('lock_timeout', '%s', false) FROM pg_catalog.pg_settings
				WHERE name = 'lock_timeout' AND setting = '%s';
				""".formatted(to.toMillis(), from.toMillis());
	}

	private String limits(String set, long lockTimeout) {
		return set + "lock_timeout = " + lockTimeout + ";" + set + "statement_timeout = "
				+ this.statementTimeout.toMillis() + ";" + (this.clientCheck ? set + CLIENT_CHECK : "");
	}

}
