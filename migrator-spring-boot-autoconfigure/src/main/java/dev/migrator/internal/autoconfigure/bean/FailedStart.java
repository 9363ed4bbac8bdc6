package dev.migrator.internal.autoconfigure.bean;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a problem of the migrator through the start that it ends. Spring logs the
 * message of an initializer's exception as a warning; after that, Spring Boot shows the
 * description and the action. So the message is one line.
 */
public final class FailedStart extends RuntimeException {

	private final @Nullable String migrator;

	public FailedStart(MigratorException problem) {
		this(problem, null);
	}

	/**
	 * Carries a problem of one migrator.
	 * @param migrator the name of the migrator, or {@code null} if it is the only one
	 */
	public FailedStart(MigratorException problem, @Nullable String migrator) {
		super(problem.description().lines().findFirst().orElse("").replaceFirst("[:.]$", ""), problem);
		this.migrator = migrator;
	}

	/**
	 * Finds the migrator that has ended a start, if there are several.
	 */
	static @Nullable public String migrator(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailedStart start) {
				return start.migrator;
			}
		}
		return null;
	}

}
