package dev.migrator.autoconfigure;

import dev.migrator.problem.MigratorException;

/**
 * Carries what the migrator has to say through the start that it ends. Spring logs the
 * message of what an initializer throws, as a warning; the description and what to do are
 * shown after that, by Spring Boot. So the message is one line.
 */
final class FailedStart extends RuntimeException {

	FailedStart(MigratorException problem) {
		super(problem.description().lines().findFirst().orElse("").replaceFirst("[:.]$", ""), problem);
	}

}
