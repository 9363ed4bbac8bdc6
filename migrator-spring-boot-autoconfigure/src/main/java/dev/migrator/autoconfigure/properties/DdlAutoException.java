package dev.migrator.autoconfigure.properties;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when Hibernate is told to change the schema that revisions make, and
 * {@code migrator.on-ddl-auto} refuses that.
 */
public class DdlAutoException extends MigratorException {

	public DdlAutoException(String description, String action) {
		super(description, action);
	}

}
