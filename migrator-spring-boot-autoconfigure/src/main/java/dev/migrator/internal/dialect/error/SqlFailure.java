package dev.migrator.internal.dialect.error;

import java.sql.SQLException;

import dev.migrator.problem.MigratorException;

/**
 * A message to the server that did not succeed: how far the server came with it, and what
 * it said. As long as the message is an author's, the floor above says more; what is
 * thrown as it is failed in a statement of the migrator's own.
 */
public final class SqlFailure extends MigratorException {

	private final transient ServerError error;

	private final int completed;

	public SqlFailure(SQLException cause, int completed) {
		super("The server did not do what the migrator asked it to:\n\n" + ServerError.of(cause).describe(),
				"See that the server is up, and that the migrator's role may use its schema, its version table and "
						+ "its history table.",
				cause);
		this.error = ServerError.of(cause);
		this.completed = completed;
	}

	/**
	 * What the server said.
	 * @return the error
	 */
	public ServerError error() {
		return this.error;
	}

	/**
	 * How many statements of the message the server completed before it failed. A message
	 * with a syntax error anywhere is refused as a whole: 0.
	 * @return the number of completed statements
	 */
	public int completed() {
		return this.completed;
	}

}
