package dev.migrator.execution;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableCreation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when something is to be written to a history table that an older version of the
 * migrator made, and the role may not add what has come since.
 */
public class OlderHistoryException extends MigratorException {

	private final String statements;

	public OlderHistoryException(String role, MigratorTables tables) {
		super("The history table %s was made by an older version of the migrator, and the role %s may not add the columns and the index that have come since."
			.formatted(tables.history(), role),
				"Let its owner, or a superuser, run:\n\n%s\nNothing has been run."
					.formatted(TableCreation.completion(tables).indent(4)));
		this.statements = TableCreation.completion(tables);
	}

	/**
	 * What somebody with the right to do so has to run.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String statements() {
		return this.statements;
	}

}
