package dev.migrator.sample.database;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when there is no database to use. Both texts are for the person who starts the
 * application; neither holds a password.
 */
class DatabaseSetupException extends RuntimeException {

	private final String description;

	private final String action;

	DatabaseSetupException(String description, String action) {
		this(description, action, null);
	}

	DatabaseSetupException(String description, String action, @Nullable Throwable cause) {
		super(description + " " + action, cause);
		this.description = description;
		this.action = action;
	}

	/**
	 * What is wrong.
	 * @return the description
	 */
	String description() {
		return this.description;
	}

	/**
	 * What to do about it.
	 * @return the action
	 */
	String action() {
		return this.action;
	}

}
