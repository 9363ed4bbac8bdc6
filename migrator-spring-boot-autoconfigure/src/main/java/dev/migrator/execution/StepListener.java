package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.revision.Step;

/**
 * Is told of each step of a run. A listener that throws ends the run: before a step
 * nothing of it has been done, after a step it is committed (unless the whole run is one
 * transaction).
 */
public interface StepListener {

	/**
	 * Called before a step is run.
	 * @param step the step
	 */
	default void beforeStep(Step step) {
	}

	/**
	 * Called after a step was run.
	 * @param step the step
	 * @param duration how long it took
	 */
	default void afterStep(Step step, Duration duration) {
	}

	/**
	 * Called when a step begins, after {@link #beforeStep}, and then again and again
	 * while one of its statements takes longer than a few seconds. The latter comes from
	 * another thread, is left out where there is no second connection to ask the server
	 * from, and does not end the run when it throws.
	 * @param progress which step of how many, and what the server is doing
	 */
	default void progress(StepProgress progress) {
	}

}
