package dev.migrator.execution;

import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.TableCreation;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when an older version of the migrator made the history table, and the role may
 * not add the columns and the index that this version needs.
 */
public class OlderHistoryException extends MigratorException {

	private final String statements;

	public OlderHistoryException(String role, MigratorTables tables) {
		super(("The history table %s was made by an older version of the migrator, and the role %s may not add the "
				+ "columns and the index that this version needs.")
			.formatted(tables.history(), role),
				"Its owner, or a superuser, has to run:\n\n%s\nNothing has been run."
					.formatted(TableCreation.completion(tables).indent(4)));
		this.statements = TableCreation.completion(tables);
	}

	/**
	 * Returns the statements that a role with the necessary rights has to run.
	 * @return the SQL, each statement with a semicolon at its end
	 */
	public String statements() {
		return this.statements;
	}

}
