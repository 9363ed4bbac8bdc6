package dev.migrator.internal.dialect.address;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the address of a database cannot be read. It quotes nothing of it: the part
 * that is wrong may be a password.
 */
public class InvalidDatabaseUrlException extends MigratorException {

	InvalidDatabaseUrlException(String description, String action) {
		super(description, action);
	}

}
