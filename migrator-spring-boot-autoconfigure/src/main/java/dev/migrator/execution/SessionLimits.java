package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.SqlFailure;

/**
 * The limits that a session has while it migrates. They are always set, because roles and
 * databases have settings of their own.
 */
final class SessionLimits {

	/**
	 * Lets the server notice that its client is gone while a statement runs, and end it.
	 * Without it the statement of a killed process goes on to its end, and holds the
	 * lock.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection
	 * settings</a>
	 */
	private static final String CLIENT_CHECK = "client_connection_check_interval = 2000;";

	private final ExecutionSettings settings;

	private final boolean clientCheck;

	private SessionLimits(ExecutionSettings settings, boolean clientCheck) {
		this.settings = settings;
		this.clientCheck = clientCheck;
	}

	static SessionLimits of(ServerConnection connection, ExecutionSettings settings) {
		return new SessionLimits(settings, supportsClientCheck(connection));
	}

	/**
	 * For a server that is not known. Who runs a script there sees it when the script
	 * hangs.
	 */
	static SessionLimits of(ExecutionSettings settings) {
		return new SessionLimits(settings, false);
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
	 */
	String local() {
		return limits("SET LOCAL ", this.settings.lockTimeout().toMillis());
	}

	/**
	 * Limits of the session, which scripts without a transaction have and may change.
	 */
	String session() {
		return limits("SET ", this.settings.lockTimeout().toMillis());
	}

	/**
	 * Lets a statement that runs CONCURRENTLY wait longer for a lock, unless the script
	 * has said how long: it blocks nobody while it waits, and leaves an invalid index
	 * behind when it is not allowed to. Returns a row if it does.
	 */
	String waitConcurrently() {
		return lockTimeout(this.settings.lockTimeout(), this.settings.concurrentWait());
	}

	/**
	 * Takes back {@link #waitConcurrently()}.
	 */
	String waitAsBefore() {
		return lockTimeout(this.settings.concurrentWait(), this.settings.lockTimeout());
	}

	private static String lockTimeout(Duration from, Duration to) {
		return """
				SELECT pg_catalog.set_config('lock_timeout', '%s', false) FROM pg_catalog.pg_settings
				WHERE name = 'lock_timeout' AND setting = '%s';
				""".formatted(to.toMillis(), from.toMillis());
	}

	private String limits(String set, long lockTimeout) {
		return set + "lock_timeout = " + lockTimeout + ";" + set + "statement_timeout = "
				+ this.settings.statementTimeout().toMillis() + ";" + (this.clientCheck ? set + CLIENT_CHECK : "");
	}

}
