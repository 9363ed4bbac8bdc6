package dev.migrator.execution;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the version table has no schema to be in.
 */
public class NoSchemaException extends MigratorException {

	public NoSchemaException() {
		super("The connection has no schema: none of its search_path exists, or the role may not use it.",
				"Create the schema, correct the search_path of the connection, or set migrator.schema.");
	}

}
