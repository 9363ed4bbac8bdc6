package dev.migrator.result;

import java.util.List;

import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Plan;

/**
 * Thrown when a command would do something else than the plan that the user confirmed,
 * because the database was changed in the meantime. Nothing is done.
 */
public class PlanChangedException extends MigratorException {

	private PlanChangedException(String description) {
		super(description, "Nothing was done. Run the command again, and check what it shows.");
	}

	public static PlanChangedException of(Plan plan, List<String> rows) {
		return new PlanChangedException(
				("Somebody else migrated the database before you answered: it is at %s now, and %s other steps would "
						+ "be run.")
					.formatted(rows.isEmpty() ? "base" : String.join(", ", rows), plan.steps().size()));
	}

	public static PlanChangedException ofReset() {
		return new PlanChangedException(
				"Somebody else changed the schema before you answered: other objects would be dropped.");
	}

}
