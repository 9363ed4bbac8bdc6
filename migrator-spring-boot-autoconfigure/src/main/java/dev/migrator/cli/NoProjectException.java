package dev.migrator.cli;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a command works on the sources of the application, and they are not here.
 */
class NoProjectException extends MigratorException {

	NoProjectException() {
		super("The sources of the application are not here: no folder src/main was found.",
				"Run the command in the project: mvn spring-boot:run -Dspring-boot.run.arguments=\"migrator init\". Or say "
						+ "where it is: --migrator.project-directory=<folder>");
	}

}
