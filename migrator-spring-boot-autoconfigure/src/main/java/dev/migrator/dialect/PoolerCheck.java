package dev.migrator.dialect;

import java.util.UUID;
import java.util.function.Supplier;

import dev.migrator.problem.MigratorException;

/**
 * Finds out whether a connection keeps its session, which a lock of the session needs.
 * Behind a pooler the server's process is not the one that the driver was told of. One in
 * session mode cleans a session when its client leaves, with {@code DISCARD ALL}; one in
 * transaction mode gives the process as it is to another client, between any two
 * statements.
 * <p>
 * So a mark is left in the session, the client leaves, comes back and looks for the mark.
 * That needs no second connection, which a pool of one does not have. Where other clients
 * are at the same process the mark proves nothing; only then a second connection is
 * asked.
 */
public final class PoolerCheck {

	private static final int ROUNDS = 3;

	private static final String MARK = "migrator.pooler_check";

	private PoolerCheck() {
	}

	/**
	 * Refuses a connection that does not keep its session.
	 * @param connection the connection, outside of a transaction and without anything in
	 * its session; behind a pooler it has another session afterwards
	 * @param others takes a second connection from the same source, if that is needed
	 * @throws ConnectionRefusedException if there is a pooler in transaction or statement
	 * mode, or one whose mode cannot be found out
	 */
	public static void of(ServerConnection connection, Supplier<ServerConnection> others) {
		int process = process(connection);
		if (process != connection.backendPid() && !keepsItsSession(connection, process, others)) {
			throw ConnectionRefusedException.sessionNotKept();
		}
	}

	private static boolean keepsItsSession(ServerConnection connection, int process,
			Supplier<ServerConnection> others) {
		String mark = UUID.randomUUID().toString();
		connection.send("SET " + MARK + " = " + SqlText.literal(mark));
		Row now = mark(connection);
		if (!mark.equals(now.required(0)) || process(now) != process) {
			return false;
		}
		connection.renew();
		Row then = mark(connection);
		if (!then.required(0).isEmpty()) {
			connection.send("RESET " + MARK);
			return false;
		}
		return process(then) == process || discarded(connection, process)
				|| keepsItsSessionBeside(connection, process(then), others);
	}

	private static Row mark(ServerConnection connection) {
		return connection.query("select coalesce(current_setting('" + MARK + "', true), ''), pg_backend_pid()").get(0);
	}

	private static boolean discarded(ServerConnection connection, int process) {
		return !connection
			.query("select from pg_catalog.pg_stat_activity where query = 'DISCARD ALL' and pid = " + process)
			.isEmpty();
	}

	/**
	 * While the other client is in a transaction it holds a process. In transaction mode
	 * that is soon the one that was ours.
	 */
	private static boolean keepsItsSessionBeside(ServerConnection connection, int process,
			Supplier<ServerConnection> others) {
		try (ServerConnection other = others.get()) {
			for (int i = 0; i < ROUNDS; i++) {
				other.send("BEGIN");
				boolean taken = process(other) == process || process(connection) != process;
				other.rollback();
				if (taken) {
					return false;
				}
			}
			return true;
		}
		catch (MigratorException ex) {
			return false;
		}
	}

	private static int process(ServerConnection connection) {
		return process(mark(connection));
	}

	private static int process(Row row) {
		return Integer.parseInt(row.required(1));
	}

}
