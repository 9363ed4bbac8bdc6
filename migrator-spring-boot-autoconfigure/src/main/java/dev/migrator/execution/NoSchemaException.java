package dev.migrator.execution;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when there is no schema for the version table.
 */
public class NoSchemaException extends MigratorException {

	public NoSchemaException() {
		super("The connection has no schema: no schema of its search_path exists, or the role may not use it.",
				"Create the schema, correct the search_path of the connection, or set migrator.schema.");
	}

}
