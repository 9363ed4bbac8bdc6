package dev.migrator.internal.dialect.address;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when the address of a database cannot be read. Does not quote the address: the
 * wrong part may be a password.
 */
public class InvalidDatabaseUrlException extends MigratorException {

	InvalidDatabaseUrlException(String description, String action) {
		super(description, action);
	}

}
