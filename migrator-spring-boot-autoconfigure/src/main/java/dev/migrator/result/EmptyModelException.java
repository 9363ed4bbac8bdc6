package dev.migrator.result;

import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.UnreadableModelException;

/**
 * Thrown when no entity was found, so that everything that the database has would be
 * dropped.
 */
public class EmptyModelException extends UnreadableModelException {

	private EmptyModelException(String description, String action) {
		super(description, action, null);
	}

	public static EmptyModelException of(ModelSources sources, int losses) {
		String where = sources.packages().isEmpty() ? "" : " in the packages " + String.join(", ", sources.packages());
		return new EmptyModelException(
				"No entity was found%s, and a revision that makes the database equal to that would destroy %s things: all tables that it has."
					.formatted(where, losses),
				"Tell Spring Boot where the entities are (@EntityScan). An application without entities says what it wants "
						+ "in a file (migrator.autogenerate.schema-file), or has its check without the model (--no-model).");
	}

}
