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
import dev.migrator.internal.cli.report.DryRunReport;
import dev.migrator.internal.cli.report.FirstPlan;
import dev.migrator.internal.cli.report.MigrationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * Applies the pending revisions up to a target.
 */
@Command(name = "upgrade", description = "Apply the pending revisions up to a target.",
		footer = { "", "Examples:", "  migrator upgrade heads", "  migrator upgrade +1",
				"  migrator upgrade billing@head", "  migrator upgrade heads --dry-run",
				"  migrator upgrade ab52a8c0fcb8:heads --sql --output upgrade.sql" })
public final class UpgradeCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", converter = TargetConverter.class,
			description = "heads, head, an id or the beginning of one, +1, label@head, ... With --sql also START:END. "
					+ "Default: migrator.target, which is heads.")
	@Nullable String target;

	@Mixin
	final PlanOptions plan = new PlanOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public UpgradeCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		this.plan.checkUsage((this.target != null) ? this.target : "heads", spec);
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
		String to = (this.target != null) ? this.target : migrator.target();
		if (this.plan.sql.sql) {
			this.plan.sql.write(this.invocation, (out) -> migrator.upgradeSql(to, out));
			return ExitCode.DONE;
		}
		if (this.plan.dryRun) {
			return DryRunReport.of(migrator.tryUpgrade(to)).write(this.invocation, this.report.format);
		}
		this.invocation.refuseBeforeOtherTools(() -> FirstPlan.upgrades(migrator, to));
		MigrationReport.of(migrator.upgrade(to)).write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

}
