package dev.migrator.internal.dialect.error;

import java.sql.SQLException;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a message to the server failed. Has the number of completed statements and
 * the error of the server. If the message is an author's, the floor above says more. If
 * this exception is shown as it is, a statement of the migrator's own failed.
 */
public final class SqlFailure extends MigratorException {

	private final transient ServerError error;

	private final int completed;

	public SqlFailure(SQLException cause, int completed) {
		super("A statement of the migrator failed:\n\n" + ServerError.of(cause).describe(),
				"Check that the server is running, and that the migrator's role may use its schema, its version table and "
						+ "its history table.",
				cause);
		this.error = ServerError.of(cause);
		this.completed = completed;
	}

	/**
	 * Returns the error of the server.
	 * @return the error
	 */
	public ServerError error() {
		return this.error;
	}

	/**
	 * Returns how many statements of the message the server completed before the failure.
	 * It refuses a message with a syntax error as a whole: 0.
	 * @return the number of completed statements
	 */
	public int completed() {
		return this.completed;
	}

}
