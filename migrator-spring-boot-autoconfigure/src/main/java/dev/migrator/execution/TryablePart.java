package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.revision.Plan;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScripts;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * How much of a plan can be run in one transaction, although each of its revisions would
 * have one of its own: all up to the first that cannot.
 *
 * @param steps the steps that can
 * @param rest the others, with the reason
 */
record TryablePart(List<Step> steps, List<DryRun.Untried> rest) {

	static TryablePart of(Plan plan, RevisionScripts scripts, int serverVersion) {
		ScriptCheck check = new ScriptCheck(serverVersion, TransactionMode.SINGLE);
		List<Step> steps = new ArrayList<>();
		List<DryRun.Untried> rest = new ArrayList<>();
		String stopped = null;
		for (Step step : plan.steps()) {
			String reason = (stopped == null) ? obstacle(step, scripts, check)
					: "It comes after %s, which cannot be tried.".formatted(stopped);
			if (reason == null) {
				steps.add(step);
				continue;
			}
			rest.add(new DryRun.Untried(step, reason));
			stopped = (stopped != null) ? stopped : Objects.requireNonNull(step.revision()).id();
		}
		return new TryablePart(steps, rest);
	}

	/**
	 * A value that an earlier revision adds to an enum is one: it can be used when that
	 * is committed.
	 */
	private static @Nullable String obstacle(Step step, RevisionScripts scripts, ScriptCheck check) {
		Script script = scripts.script(Objects.requireNonNull(step.revision()));
		if (!script.transactional()) {
			return "It runs without a transaction, and could not be rolled back.";
		}
		check.add(script, step.direction());
		return check.problems().isEmpty() ? null
				: "It needs what comes before it to be committed: %s.".formatted(check.problems().get(0).what());
	}

}
