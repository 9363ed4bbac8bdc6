package dev.migrator.cli;

import dev.migrator.Migrator;
import dev.migrator.execution.StepDescription;
import dev.migrator.revision.Plan;

/**
 * A downgrade that says what it will undo before it does.
 */
final class Downgrade {

	private final Invocation invocation;

	private final Migrator migrator;

	Downgrade(Invocation invocation, Migrator migrator) {
		this.invocation = invocation;
		this.migrator = migrator;
	}

	int to(String target, boolean yes, ReportFormat format) {
		Screen screen = this.invocation.screen();
		Plan plan = (!yes && screen.interactive()) ? this.migrator.planDowngrade(target) : null;
		if (plan == null || plan.isEmpty()) {
			MigrationReport.of(this.migrator.downgrade(target)).write(this.invocation, format);
			return ExitCode.DONE;
		}
		screen.err().println("This will be undone:");
		plan.steps().forEach((step) -> screen.err().println("  " + StepDescription.describe(step)));
		if (!screen.confirm("What these revisions created is lost with its data. Go on?")) {
			screen.err().println("Nothing was done.");
			return ExitCode.FAILED;
		}
		MigrationReport.of(this.migrator.downgrade(target, plan)).write(this.invocation, format);
		return ExitCode.DONE;
	}

}
