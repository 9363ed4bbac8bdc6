package dev.migrator.internal.execution.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.execution.DryRun;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a plan that were tried in one transaction, although each of its revisions
 * would have one of its own: all up to the first that cannot be tried.
 */
final class TriedSteps {

	private static final String WITHOUT_TRANSACTION = "It runs without a transaction, and could not be rolled back.";

	private final Plan plan;

	private final List<DryRun.Tried> tried = new ArrayList<>();

	private @Nullable String obstacle;

	TriedSteps(Plan plan) {
		this.plan = plan;
	}

	/**
	 * Begins, or begins again after a rollback.
	 */
	void begin() {
		this.tried.clear();
		this.obstacle = null;
	}

	void add(DryRun.Tried step) {
		this.tried.add(step);
	}

	/**
	 * Stops.
	 * @param reason the reason why the next step cannot be tried, as a sentence
	 */
	void stop(String reason) {
		this.obstacle = reason;
	}

	boolean stopped() {
		return this.obstacle != null;
	}

	/**
	 * Returns the steps that were tried, and those that were not.
	 */
	DryRun result() {
		List<Step> rest = this.plan.steps().subList(this.tried.size(), this.plan.steps().size());
		List<DryRun.Untried> untried = new ArrayList<>();
		for (Step step : rest) {
			untried
				.add(new DryRun.Untried(step, untried.isEmpty() ? first() : "It comes after %s, which cannot be tried."
					.formatted(Objects.requireNonNull(rest.get(0).revision()).id())));
		}
		return new DryRun(this.plan.from(), this.plan.to(), this.tried, untried);
	}

	private String first() {
		return (this.obstacle != null) ? this.obstacle : WITHOUT_TRANSACTION;
	}

}
