package dev.migrator.result;

import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.UnreadableModelException;

/**
 * Thrown when no entity was found, so that everything in the database would be dropped.
 */
public class EmptyModelException extends UnreadableModelException {

	private EmptyModelException(String description, String action) {
		super(description, action, null);
	}

	public static EmptyModelException of(ModelSources sources, int losses) {
		String where = sources.packages().isEmpty() ? "" : " in the packages " + String.join(", ", sources.packages());
		return new EmptyModelException(
				("No entity was found%s. A revision that makes the database equal to this model would destroy %s "
						+ "things: all tables of the database.")
					.formatted(where, losses),
				"Tell Spring Boot where the entities are (@EntityScan). An application without entities describes "
						+ "its schema in a file (migrator.autogenerate.schema-file), or runs the check without the "
						+ "model (--no-model).");
	}

}
