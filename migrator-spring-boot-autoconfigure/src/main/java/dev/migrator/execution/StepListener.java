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

}
