package dev.migrator.dialect;

import java.util.function.Supplier;

import dev.migrator.problem.MigratorException;

/**
 * Finds out whether a connection keeps its session, which a lock of the session needs.
 * Behind a pooler the server's process is not the one that the driver was told of; a
 * pooler in transaction mode gives that process to another client between two statements.
 */
public final class PoolerCheck {

	private static final int ROUNDS = 3;

	private PoolerCheck() {
	}

	/**
	 * Refuses a connection that does not keep its session.
	 * @param connection the connection, outside of a transaction
	 * @param others takes a second connection from the same source, if there is a pooler
	 * @throws ConnectionRefusedException if there is a pooler in transaction mode, or one
	 * whose mode cannot be found out because there is no second connection
	 */
	public static void of(ServerConnection connection, Supplier<ServerConnection> others) {
		int process = process(connection);
		if (process != connection.backendPid() && !keepsItsSession(connection, process, others)) {
			throw ConnectionRefusedException.sessionNotKept();
		}
	}

	/**
	 * While the other client is in a transaction it holds a process. In transaction mode
	 * that is soon the one that was ours.
	 */
	private static boolean keepsItsSession(ServerConnection connection, int process,
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
		return Integer.parseInt(connection.query("select pg_catalog.pg_backend_pid()").get(0).required(0));
	}

}
