package dev.migrator.execution;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when something is pending and the database cannot be written to.
 */
public class ReadOnlyException extends MigratorException {

	private ReadOnlyException(String description, String action) {
		super(description, action + "\nNothing has been run.");
	}

	public static ReadOnlyException of(boolean standby) {
		if (standby) {
			return new ReadOnlyException(
					"Revisions are pending, and the server is a standby: it is read-only until it is promoted.",
					"Point the migrator to the primary server, with migrator.url if the application itself must stay "
							+ "on the standby.");
		}
		return new ReadOnlyException("Revisions are pending, and the connection is read-only.",
				"Allow the migrator to write: check default_transaction_read_only of the role and of the database, "
						+ "and the read-only setting of the connection pool.");
	}

}
