package dev.migrator.internal.cli.application;

import java.util.List;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a command cannot determine its migrator.
 */
public class NoMigratorException extends MigratorException {

	private NoMigratorException(String description, String action) {
		super(description, action);
	}

	public static NoMigratorException none() {
		return new NoMigratorException("The application has no migrator.",
				"Check whether migrator.enabled is false, and whether the application has a DataSource: set "
						+ "spring.datasource.url or migrator.url.");
	}

	public static NoMigratorException several(List<String> names) {
		return new NoMigratorException("The application has several migrators: " + String.join(", ", names) + ".",
				"Choose one: --migrator " + names.get(0));
	}

	public static NoMigratorException unknown(String chosen, List<String> names) {
		return new NoMigratorException("The application has no migrator with the name " + chosen + ".",
				"It has: " + String.join(", ", names));
	}

}
