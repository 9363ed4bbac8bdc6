package dev.migrator.cli;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a revision is to be generated from the model.
 */
class NotThereYetException extends MigratorException {

	NotThereYetException(String message) {
		super("A revision cannot be generated from the model yet.",
				"Write it yourself: migrator revision -m \"%s\"".formatted(message));
	}

}
