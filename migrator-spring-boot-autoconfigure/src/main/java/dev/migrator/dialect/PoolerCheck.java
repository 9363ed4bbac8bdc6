package dev.migrator.dialect;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds out whether a connection keeps its session, which a lock of the session needs.
 * Behind a pooler the server's process is not the one that the driver was told of. One in
 * session mode cleans a session when its client leaves, with {@code DISCARD ALL}; one in
 * transaction mode gives the process as it is to another client, between any two
 * statements.
 * <p>
 * So a mark is left in the session, the client leaves, comes back and looks for the mark.
 * That needs no second connection, which a pool of one does not have. Where the client
 * comes back to another process, and others have been at the first since, that proves
 * nothing, and is tried again.
 */
public final class PoolerCheck {

	/** In session mode, with other clients that come and go. */
	private static final int ATTEMPTS = 10;

	private final ServerConnection connection;

	/** A name of its own: nobody else sets it, and nobody else takes it back. */
	private final String mark = "migrator.pooler_check_" + UUID.randomUUID().toString().replace('-', '_');

	private PoolerCheck(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Refuses a connection that does not keep its session.
	 * @param connection the connection, outside of a transaction and without anything in
	 * its session; behind a pooler it has another session afterwards
	 * @throws ConnectionRefusedException if there is a pooler in transaction or statement
	 * mode, or one whose mode cannot be found out
	 */
	public static void of(ServerConnection connection) {
		PoolerCheck check = new PoolerCheck(connection);
		if (check.look().process() != connection.backendPid() && !check.keepsItsSession()) {
			throw ConnectionRefusedException.sessionNotKept();
		}
	}

	private boolean keepsItsSession() {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			this.connection.send("SET " + this.mark + " = 'here'");
			Seen before = look();
			if (!before.marked()) {
				return false;
			}
			this.connection.renew();
			Seen after = look();
			if (after.marked()) {
				this.connection.send("RESET " + this.mark);
			}
			if (after.marked() || !look().equals(after)) {
				return false;
			}
			if (after.process() == before.process() || discarded(before.process())) {
				return true;
			}
			pause(attempt);
		}
		return false;
	}

	/**
	 * Of a random length, so that clients that do the same do not change places for ever.
	 */
	private static void pause(int attempt) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(20L * (attempt + 1)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Seen look() {
		Row row = this.connection
			.query("select current_setting('" + this.mark + "', true) = 'here', pg_catalog.pg_backend_pid()")
			.get(0);
		return new Seen("t".equals(row.text(0)), Integer.parseInt(row.required(1)));
	}

	private boolean discarded(int process) {
		return !this.connection
			.query("select from pg_catalog.pg_stat_activity where query = 'DISCARD ALL' and pid = " + process)
			.isEmpty();
	}

	private record Seen(boolean marked, int process) {

	}

}
