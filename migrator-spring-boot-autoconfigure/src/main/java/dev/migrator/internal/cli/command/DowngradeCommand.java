package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.PlanOptions;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.ConfirmedDowngrade;
import dev.migrator.internal.cli.report.DryRunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Undoes the revisions above a target.
 */
@Command(name = "downgrade", description = "Undo the applied revisions above a target.",
		footer = { "", "Examples:", "  migrator downgrade -1", "  migrator downgrade ab52a8c0fcb8 --yes",
				"  migrator downgrade base --dry-run", "  migrator downgrade c3d4e5f60718:ab52a8c0fcb8 --sql" })
public final class DowngradeCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "TARGET", converter = TargetConverter.class,
			description = "An id or the beginning of one, -1, base, label@base, ... With --sql: START:END.")
	String target = "";

	@Option(names = { "-y", "--yes" }, description = "Do not ask for confirmation. Without a terminal no command asks.")
	boolean yes;

	@Mixin
	final PlanOptions plan = new PlanOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public DowngradeCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		this.plan.checkUsage(this.target, spec);
	}

	@Override
	public boolean usesOnlyMigrator() {
		return this.plan.sql.sql;
	}

	@Override
	public boolean readsStatements() {
		return true;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		if (this.plan.sql.sql) {
			this.plan.sql.write(this.invocation, (out) -> migrator.downgradeSql(this.target, out));
			return ExitCode.DONE;
		}
		if (this.plan.dryRun) {
			return DryRunReport.of(migrator.tryDowngrade(this.target)).write(this.invocation, this.report.format);
		}
		return new ConfirmedDowngrade(this.invocation, () -> migrator.planDowngrade(this.target),
				(agreed) -> (agreed != null) ? migrator.downgrade(this.target, agreed)
						: migrator.downgrade(this.target))
			.run(this.yes, this.report.format);
	}

}
