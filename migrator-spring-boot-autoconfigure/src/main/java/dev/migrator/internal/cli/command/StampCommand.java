package dev.migrator.internal.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.SqlOptions;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.FirstPlan;
import dev.migrator.internal.cli.report.MigrationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets the version rows without running anything.
 */
@Command(name = "stamp", description = "Set the version rows without running anything.",
		footer = { "", "Examples:", "  migrator stamp heads", "  migrator stamp ab52a8c0fcb8",
				"  migrator stamp --purge ab52a8c0fcb8", "  migrator stamp --accept ab52a8c0fcb8" })
public final class StampCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(paramLabel = "TARGET", arity = "0..*", converter = TargetConverter.class,
			description = "The revision that the database is at: an id or the beginning of one, heads, base, ... "
					+ "With --sql also START:TARGET. Default: heads.")
	List<String> targets = new ArrayList<>();

	@Option(names = "--purge", description = "Remove all version rows first, including those without a script.")
	boolean purge;

	@Option(names = "--accept",
			description = "Accept the scripts of these revisions, which were edited after they were applied, as they "
					+ "are now. Does not change the version rows or other scripts.")
	boolean accept;

	@Mixin
	final SqlOptions sql = new SqlOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public StampCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		this.sql.checkUsage(spec);
		Usage.refuseIf(this.sql.sql && this.purge, spec,
				"--purge reads the existing rows, and --sql reads no database: use one of them");
		Usage.refuseIf(this.accept && (this.sql.sql || this.purge), spec,
				"--accept changes no version row: remove --purge and --sql");
		Usage.refuseIf(this.accept && this.targets.isEmpty(), spec,
				"--accept needs the revisions whose scripts are accepted");
		if (!this.sql.sql) {
			this.targets.forEach((target) -> Usage.target(target, spec));
		}
	}

	@Override
	public boolean usesOnlyMigrator() {
		return this.sql.sql;
	}

	@Override
	public boolean readsStatements() {
		return true;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		String[] to = this.targets.isEmpty() ? new String[] { "heads" } : this.targets.toArray(String[]::new);
		if (this.sql.sql) {
			this.sql.write(this.invocation, (out) -> migrator.stampSql(List.of(to), out));
			return ExitCode.DONE;
		}
		if (this.accept) {
			MigrationReport.of(migrator.accept(to)).write(this.invocation, this.report.format);
			return ExitCode.DONE;
		}
		this.invocation.refuseBeforeOtherTools(() -> FirstPlan.stamps(migrator, List.of(to)));
		MigrationReport.of(this.purge ? migrator.stampPurged(to) : migrator.stamp(to))
			.write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

}
