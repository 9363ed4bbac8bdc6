package dev.migrator.revision;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a target cannot be read, or leads to a place that the command cannot reach.
 */
public class InvalidTargetException extends MigratorException {

	private final String target;

	InvalidTargetException(String target, String description, String action) {
		super(description, action);
		this.target = target;
	}

	/**
	 * Returns the target that the command was given.
	 * @return the target
	 */
	public String target() {
		return this.target;
	}

}
