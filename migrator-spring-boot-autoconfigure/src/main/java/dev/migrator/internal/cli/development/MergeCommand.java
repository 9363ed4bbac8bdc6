package dev.migrator.internal.cli.development;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.NewRevisionOptions;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.CreatedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Writes a revision script that merges heads.
 */
@Command(name = "merge", description = "Write a revision script that merges heads.", footer = { "", "Examples:",
		"  migrator merge heads -m \"merge heads\"", "  migrator merge ab52 c3d4 -m \"merge avatars and statistics\"" })
public final class MergeCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(paramLabel = "REVISION", arity = "1..*", converter = TargetConverter.class,
			description = "The revisions to merge: heads for all of them, or ids.")
	List<String> revisions = new ArrayList<>();

	@Mixin
	final NewRevisionOptions revision = new NewRevisionOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public MergeCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		CreatedReport.write(this.invocation, this.report.format,
				this.invocation.migratorOfSources()
					.internals()
					.project()
					.merge(this.revisions, this.revision.revision()));
		return ExitCode.DONE;
	}

}
