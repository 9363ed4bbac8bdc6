package dev.migrator.internal.cli.development;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.GenerateOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.NewRevisionOptions;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.CreatedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Writes a new revision script.
 */
@Command(name = "revision", description = "Write a new revision script into the sources of the project.",
		footer = { "", "Examples:", "  migrator revision -m \"add exercises table\"",
				"  migrator revision --autogenerate -m \"add exercises table\"",
				"  migrator revision --autogenerate -m \"call it reps\" --rename workouts.reps_count=workouts.reps",
				"  migrator revision -m \"compute volumes\" --type java",
				"  migrator revision -m \"add invoices\" --head base --branch-label billing" })
public final class RevisionCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Option(names = "--head", paramLabel = "TARGET",
			description = "The revision that it follows: an id, label@head, base, ... Repeatable. Default: the only "
					+ "head.")
	List<String> heads = new ArrayList<>();

	@Option(names = "--autogenerate",
			description = "Compare the model of the application with the database, and write the differences.")
	boolean autogenerate;

	@Mixin
	final GenerateOptions generate = new GenerateOptions();

	@Mixin
	final NewRevisionOptions revision = new NewRevisionOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public RevisionCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(this.generate.isSet() && !this.autogenerate, spec,
				"--rename, --online, --allow-empty, --from and --verbose need --autogenerate");
	}

	@Override
	public boolean usesOnlyMigrator() {
		return !this.autogenerate;
	}

	@Override
	public Integer call() {
		if (this.autogenerate) {
			return new GenerateCommand(this.invocation, this.generate, this.report.format)
				.run(this.revision.revision().toBuilder().heads(this.heads).build());
		}
		CreatedReport.write(this.invocation, this.report.format,
				this.invocation.migratorOfSources()
					.internals()
					.project()
					.create(this.revision.revision().toBuilder().heads(this.heads).build()));
		return ExitCode.DONE;
	}

}
