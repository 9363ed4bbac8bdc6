package dev.migrator.autogenerate;

import dev.migrator.problem.MigratorException;

/**
 * A rename that the user told cannot be.
 */
public class InvalidRenameException extends MigratorException {

	public InvalidRenameException(String description, String action) {
		super(description, action);
	}

}
