package dev.migrator.execution;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a run ends because the process shuts down, or because its thread was
 * interrupted. What it was at was cancelled and rolled back.
 */
public class RunStoppedException extends MigratorException {

	private RunStoppedException(String description, @Nullable Throwable cause) {
		super(description, "What was applied stays applied. Start again, and it goes on there.", cause);
	}

	static RunStoppedException byShutdown(@Nullable Throwable cancelled) {
		return new RunStoppedException("The migration was stopped, because the process is shutting down.", cancelled);
	}

	static RunStoppedException byInterrupt(@Nullable Throwable cancelled) {
		return new RunStoppedException("The migration was stopped, because its thread was interrupted.", cancelled);
	}

}
