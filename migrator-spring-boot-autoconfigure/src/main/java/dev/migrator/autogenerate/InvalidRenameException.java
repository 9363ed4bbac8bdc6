package dev.migrator.autogenerate;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a rename that the user gave is not possible.
 */
public class InvalidRenameException extends MigratorException {

	public InvalidRenameException(String description, String action) {
		super(description, action);
	}

}
