package dev.migrator.schema;

import dev.migrator.problem.MigratorException;

/**
 * Thrown for an impossible definition: a name that is too long, an identity on a text
 * column, an index without columns.
 */
public class InvalidDefinitionException extends MigratorException {

	/**
	 * Creates a new exception.
	 * @param description what is wrong, and why
	 * @param action what to write instead
	 */
	public InvalidDefinitionException(String description, String action) {
		super(description, action);
	}

	/**
	 * Creates a new exception because of another one.
	 * @param description what is wrong, and why
	 * @param action what to write instead
	 * @param cause what was thrown
	 */
	public InvalidDefinitionException(String description, String action, Throwable cause) {
		super(description, action, cause);
	}

}
