package dev.migrator.result;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a database is to be compared with a model, and the application has no
 * model.
 */
public class NoModelException extends MigratorException {

	public NoModelException() {
		super("There is no model to compare the database with: the application has no JPA entities that Spring Boot "
				+ "configured, and no file that describes the schema.",
				"Add spring-boot-starter-data-jpa and entities, or write the wanted schema into a file and set "
						+ "migrator.autogenerate.schema-file to it.");
	}

}
