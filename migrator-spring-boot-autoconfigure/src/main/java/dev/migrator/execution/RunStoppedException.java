package dev.migrator.execution;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a run ends between two statements because the process shuts down, or
 * because its thread was interrupted.
 */
public class RunStoppedException extends MigratorException {

	private RunStoppedException(String description) {
		super(description, "What was applied stays applied. Start again, and it goes on there.");
	}

	static RunStoppedException byShutdown() {
		return new RunStoppedException("The migration was stopped, because the process is shutting down.");
	}

	static RunStoppedException byInterrupt() {
		return new RunStoppedException("The migration was stopped, because its thread was interrupted.");
	}

}
