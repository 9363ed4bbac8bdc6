package dev.migrator.result;

import java.util.List;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Plan;

/**
 * Thrown when a command would do something else than what somebody agreed to, because the
 * database was changed in the meantime. Nothing is done.
 */
public class PlanChangedException extends MigratorException {

	private PlanChangedException(String description) {
		super(description, "Nothing was done. Give the command again, and look at what it shows.");
	}

	public static PlanChangedException of(Plan plan, List<String> rows) {
		return new PlanChangedException(
				"The database was migrated by somebody else while you were asked: it is at %s now, and %s other steps would be run."
					.formatted(rows.isEmpty() ? "base" : String.join(", ", rows), plan.steps().size()));
	}

	public static PlanChangedException ofReset() {
		return new PlanChangedException(
				"The schema was changed by somebody else while you were asked: other objects would be dropped.");
	}

}
