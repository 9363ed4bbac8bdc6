package dev.migrator.internal.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.internal.cli.option.DetailOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.RevisionLine;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.result.History;
import dev.migrator.result.RevisionStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Shows the heads.
 */
@Command(name = "heads",
		description = "Show the heads: the revisions that no other follows or depends on. Asks no database.",
		footer = { "", "Example:", "  migrator heads" })
public final class HeadsCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Mixin
	final DetailOptions detail = new DetailOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public HeadsCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		History history = this.invocation.migrator().writtenHistory();
		List<RevisionStatus> heads = history.heads();
		RevisionText text = this.invocation.text(history);
		this.invocation.report(this.report.format,
				this.detail.verbose ? text.entries(heads) : text.lines(heads, RevisionLine::head),
				StatusJson.of(history, heads));
		return ExitCode.DONE;
	}

}
