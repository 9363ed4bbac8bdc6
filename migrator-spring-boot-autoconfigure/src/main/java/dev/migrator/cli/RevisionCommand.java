package dev.migrator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes a new revision script.
 */
@Command(name = "revision", description = "Write a new revision script into the sources of the project.",
		footer = { "", "Examples:", "  migrator revision -m \"add exercises table\"",
				"  migrator revision -m \"compute volumes\" --type java",
				"  migrator revision -m \"add invoices\" --head base --branch-label billing" })
final class RevisionCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = "--head", paramLabel = "TARGET",
			description = "What it follows: an id, label@head, base, ... Repeatable. Default: the one head.")
	List<String> heads = new ArrayList<>();

	@Mixin
	final NewRevisionOptions revision = new NewRevisionOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	RevisionCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		CreatedReport.write(this.invocation, this.report.format,
				this.invocation.migrator().revision(this.revision.revision().withHeads(this.heads)));
		return ExitCode.DONE;
	}

}
