package dev.migrator.execution;

import java.time.Duration;
import java.util.List;

import dev.migrator.revision.Step;

/**
 * The result of a dry run of a plan. All of it was rolled back. All of it was rolled
 * back.
 *
 * @param from the version rows of the database
 * @param to the version rows that it would have after the whole plan
 * @param tried the steps that were run, in order
 * @param untried the steps that cannot be tried in one transaction, and all that come
 * after them
 */
public record DryRun(List<String> from, List<String> to, List<Tried> tried, List<Untried> untried) {

	public DryRun {
		from = List.copyOf(from);
		to = List.copyOf(to);
		tried = List.copyOf(tried);
		untried = List.copyOf(untried);
	}

	/**
	 * A step that was run.
	 *
	 * @param step the step
	 * @param duration the time that it took
	 */
	public record Tried(Step step, Duration duration) {

	}

	/**
	 * A step that was not run.
	 *
	 * @param step the step
	 * @param reason why not, as a sentence
	 */
	public record Untried(Step step, String reason) {

	}

}
