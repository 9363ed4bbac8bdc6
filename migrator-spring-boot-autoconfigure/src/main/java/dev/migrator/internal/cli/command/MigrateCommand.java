package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.development.GenerateCommand;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.GenerateOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.NewRevisionOptions;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.FirstPlan;
import dev.migrator.internal.cli.report.MigrationReport;
import dev.migrator.internal.script.writing.NewRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Upgrades, or generates a revision, for users of other tools that have a command of this
 * name.
 */
@Command(name = "migrate",
		description = "Apply all pending revisions: upgrade heads. With -m, generate a revision from the model "
				+ "instead: revision --autogenerate.",
		footer = { "", "Examples:", "  migrator migrate", "  migrator migrate -m \"add exercises table\"" })
public final class MigrateCommand implements Callable<Integer>, CheckedUsage {

	private final Invocation invocation;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT",
			description = "Generate a revision with this message, from the model.")
	@Nullable String message;

	@Option(names = "--type", paramLabel = "TYPE", defaultValue = "sql",
			description = "The language of the script: sql, java.")
	NewRevisionOptions.Type type = NewRevisionOptions.Type.sql;

	@Mixin
	final GenerateOptions generate = new GenerateOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public MigrateCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(this.message == null && (this.generate.isSet() || this.type != NewRevisionOptions.Type.sql),
				spec, "--rename, --online, --allow-empty, --from, --verbose and --type need -m");
	}

	@Override
	public Integer call() {
		if (this.message != null) {
			return new GenerateCommand(this.invocation, this.generate, this.report.format)
				.run(NewRevision.builder(this.message).type(this.type.scriptType()).build());
		}
		Migrator migrator = this.invocation.migrator();
		this.invocation.refuseBeforeOtherTools(() -> FirstPlan.upgrades(migrator, "heads"));
		MigrationReport.of(migrator.upgrade("heads")).write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

}
