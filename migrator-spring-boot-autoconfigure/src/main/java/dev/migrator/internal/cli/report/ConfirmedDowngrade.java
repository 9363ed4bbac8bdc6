package dev.migrator.internal.cli.report;

import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.result.MigrationResult;
import dev.migrator.revision.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Runs a downgrade after it has shown what will be undone.
 */
public final class ConfirmedDowngrade {

	private final Invocation invocation;

	private final Supplier<Plan> plan;

	private final Function<@Nullable Plan, MigrationResult> work;

	/**
	 * Creates a downgrade.
	 * @param plan makes the plan
	 * @param work runs the plan that the user confirmed, or, without one, the plan that
	 * is made then
	 */
	public ConfirmedDowngrade(Invocation invocation, Supplier<Plan> plan,
			Function<@Nullable Plan, MigrationResult> work) {
		this.invocation = invocation;
		this.plan = plan;
		this.work = work;
	}

	public int run(boolean yes, ReportFormat format) {
		Plan shown = (!yes && this.invocation.screen().interactive()) ? this.plan.get() : null;
		if (shown == null || shown.isEmpty()) {
			MigrationReport.of(this.work.apply(null)).write(this.invocation, format);
			return ExitCode.DONE;
		}
		this.invocation.warn("This will be undone:");
		shown.steps().forEach((step) -> this.invocation.warn("  " + StepDescription.describe(step)));
		if (!this.invocation.confirm("What these revisions created is lost with its data. Continue?")) {
			this.invocation.warn("Nothing was done.");
			return ExitCode.FAILED;
		}
		MigrationReport.of(this.work.apply(shown)).write(this.invocation, format);
		return ExitCode.DONE;
	}

}
