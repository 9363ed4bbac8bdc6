package dev.migrator.autoconfigure.properties;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when Hibernate is configured to change the schema of the revisions, and
 * {@code migrator.on-ddl-auto} refuses that.
 */
public class DdlAutoException extends MigratorException {

	public DdlAutoException(String description, String action) {
		super(description, action);
	}

}
