package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.report.ConfirmedDowngrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Undoes the last revisions.
 */
@Command(name = "rollback", description = "Undo the revisions that were applied last, on any branch.",
		footer = { "", "Example:", "  migrator rollback -s 2" })
public final class RollbackCommand implements Callable<Integer>, CheckedUsage {

	private final Invocation invocation;

	@Option(names = { "-s", "--steps" }, paramLabel = "N", defaultValue = "1",
			description = "The number of revisions to undo. Default: ${DEFAULT-VALUE}.")
	int steps;

	@Option(names = { "-y", "--yes" }, description = "Do not ask for confirmation. Without a terminal no command asks.")
	boolean yes;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public RollbackCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(this.steps < 1, spec, "-s needs a number of 1 or more");
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		return new ConfirmedDowngrade(this.invocation, () -> migrator.planRollback(this.steps),
				(plan) -> (plan != null) ? migrator.rollback(this.steps, plan) : migrator.rollback(this.steps))
			.run(this.yes, this.report.format);
	}

}
