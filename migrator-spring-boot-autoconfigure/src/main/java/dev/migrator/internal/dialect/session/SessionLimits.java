package dev.migrator.internal.dialect.session;

import java.time.Duration;

/**
 * Sets the limits of a session while it migrates. They are always set, because roles and
 * databases have their own settings.
 */
public final class SessionLimits {

	/**
	 * Makes the server check during a statement whether its client still exists, and
	 * otherwise end the statement. Without this setting the statement of a killed process
	 * continues to its end, and holds the lock.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection
	 * settings</a>
	 */
	static final String CLIENT_CHECK = "client_connection_check_interval = 2000;";

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
	 * Creates the limits for an unknown server. A person who runs a script there sees
	 * when it hangs.
	 * @param lockTimeout the maximum time that a statement waits for a lock
	 * @param concurrentWait the maximum time that a statement with CONCURRENTLY waits for
	 * a lock
	 * @param statementTimeout the maximum time of a statement; zero for no limit
	 * @return the limits
	 */
	public static SessionLimits of(Duration lockTimeout, Duration concurrentWait, Duration statementTimeout) {
		return new SessionLimits(lockTimeout, concurrentWait, statementTimeout, false);
	}

	/**
	 * Returns the same limits, and lets the server check whether its client still exists.
	 * Not every operating system of a server supports that.
	 * @return the limits
	 */
	public SessionLimits withClientCheck() {
		return new SessionLimits(this.lockTimeout, this.concurrentWait, this.statementTimeout, true);
	}

	/**
	 * Returns statements that set the limits of one transaction.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String local() {
		return limits("SET LOCAL ", this.lockTimeout.toMillis());
	}

	/**
	 * Returns statements that set the limits of the session. They apply to scripts
	 * without a transaction, which may change them.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String session() {
		return limits("SET ", this.lockTimeout.toMillis());
	}

	/**
	 * Lets a statement with CONCURRENTLY wait longer for a lock, unless the script has
	 * set a limit. It blocks no other session while it waits, and leaves an invalid index
	 * if it times out.
	 * @return a query, which returns a row if the limit was changed
	 */
	public String waitConcurrently() {
		return lockTimeout(this.lockTimeout, this.concurrentWait);
	}

	/**
	 * Undoes {@link #waitConcurrently()}.
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
