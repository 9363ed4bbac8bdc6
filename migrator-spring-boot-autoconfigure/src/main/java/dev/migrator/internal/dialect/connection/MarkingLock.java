package dev.migrator.internal.dialect.connection;

import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.internal.dialect.error.SqlFailure;

/**
 * A lock that no other client wants. Every session can see whether it is held.
 */
final class MarkingLock {

	private static final int ATTEMPTS = 20;

	private final String key = random() + ", " + random();

	private final String held = "from pg_catalog.pg_locks where locktype = 'advisory' and objsubid = 2"
			+ " and (classid, objid) = (" + this.key + ") and database ="
			+ " (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())";

	private boolean taken;

	private static int random() {
		return ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
	}

	/**
	 * Takes the lock for the session.
	 */
	void take(ServerConnection connection) {
		connection.query("select pg_catalog.pg_advisory_lock_shared(" + this.key + ")");
		this.taken = true;
	}

	boolean taken() {
		return this.taken;
	}

	/**
	 * Returns whether any session holds it.
	 */
	boolean isHeld(ServerConnection connection) {
		return !connection.query("select " + this.held).isEmpty();
	}

	/**
	 * Releases the lock, whichever session of a pooler the connection has. A pooler gives
	 * a client that is alone the same session each time. It closes a session whose client
	 * leaves it in a transaction; so the next session that it gives is another one.
	 */
	void giveBack(ServerConnection connection) {
		for (int attempt = 0; attempt < ATTEMPTS && isHeld(connection); attempt++) {
			connection.query("select pg_catalog.pg_advisory_unlock_shared(" + this.key + ") " + this.held
					+ " and pid = pg_catalog.pg_backend_pid()");
			if (isHeld(connection)) {
				leaveInTransaction(connection);
			}
		}
	}

	private static void leaveInTransaction(ServerConnection connection) {
		try {
			connection.send("BEGIN");
		}
		catch (SqlFailure ex) {
			// A pooler in statement mode closes the session instead.
		}
		connection.renew();
	}

}
