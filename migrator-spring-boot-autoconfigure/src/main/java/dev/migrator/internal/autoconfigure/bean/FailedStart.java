package dev.migrator.internal.autoconfigure.bean;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the migrator has to say through the start that it ends. Spring logs the
 * message of what an initializer throws, as a warning; the description and what to do are
 * shown after that, by Spring Boot. So the message is one line.
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
	 * Finds which migrator it is that has ended a start, where there are several.
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
