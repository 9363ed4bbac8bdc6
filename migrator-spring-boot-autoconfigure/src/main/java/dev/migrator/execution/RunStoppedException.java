package dev.migrator.execution;

import dev.migrator.internal.execution.words.Stoppable;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a run, or other work on the database, ends because the process shuts down
 * or its thread was interrupted. The current statement was cancelled and its work rolled
 * back.
 */
public class RunStoppedException extends MigratorException {

	private RunStoppedException(Stoppable work, String reason, @Nullable Throwable cause) {
		super("The %s was stopped, because %s.".formatted(work.noun(), reason), work.left(), cause);
	}

	public static RunStoppedException byShutdown(Stoppable work, @Nullable Throwable cancelled) {
		return new RunStoppedException(work, "the process is shutting down", cancelled);
	}

	public static RunStoppedException byInterrupt(Stoppable work, @Nullable Throwable cancelled) {
		return new RunStoppedException(work, "its thread was interrupted", cancelled);
	}

}
