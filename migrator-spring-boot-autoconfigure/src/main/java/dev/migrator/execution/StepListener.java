package dev.migrator.execution;

import java.time.Duration;

import dev.migrator.revision.Step;

/**
 * A listener that is called for each step of a run. A listener that throws ends the run:
 * before a step nothing of the step has been done, after a step the step is committed
 * (unless the whole run is one transaction).
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
	 * @param duration the time that it took
	 */
	default void afterStep(Step step, Duration duration) {
	}

	/**
	 * Called when a step begins, after {@link #beforeStep}, and then repeatedly while one
	 * of its statements takes longer than a few seconds. The repeated calls come from
	 * another thread. They are left out if there is no second connection to ask the
	 * server from, and do not end the run when they throw.
	 * @param progress the number of the step, and what the server is doing
	 */
	default void progress(StepProgress progress) {
	}

}
