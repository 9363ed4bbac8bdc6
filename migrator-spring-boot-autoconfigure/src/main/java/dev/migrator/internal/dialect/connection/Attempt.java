package dev.migrator.internal.dialect.connection;

import java.util.Optional;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.error.SqlFailure;

/**
 * Runs statements within an open transaction that may fail. After a failure nothing of
 * them is left, and the transaction continues.
 */
public final class Attempt {

	private static final String SAVEPOINT = "SAVEPOINT migrator_attempt;\n";

	private static final String KEEP = "\nRELEASE SAVEPOINT migrator_attempt;";

	private static final String FORGET = "ROLLBACK TO SAVEPOINT migrator_attempt;" + KEEP;

	private Attempt() {
	}

	/**
	 * Runs the statements.
	 * @param connection the session, in a transaction
	 * @param sql the statements, each ended by a semicolon
	 * @return the error, or nothing if they succeeded
	 * @throws SqlFailure if the connection was lost, or the work was cancelled
	 */
	public static Optional<ServerError> of(ServerConnection connection, String sql) {
		try {
			connection.send(SAVEPOINT + sql + KEEP);
			return Optional.empty();
		}
		catch (SqlFailure ex) {
			if (ex.error().connectionCut() || ex.error().cancelled()) {
				throw ex;
			}
			connection.send(FORGET);
			return Optional.of(ex.error());
		}
	}

}
