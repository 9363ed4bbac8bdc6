package dev.migrator.internal.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.option.DetailOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.result.History;
import dev.migrator.result.RevisionStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Shows the branch points.
 */
@Command(name = "branches",
		description = "Show the branch points and the revisions that follow each. Asks no database.",
		footer = { "", "Example:", "  migrator branches" })
public final class BranchesCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Mixin
	final DetailOptions detail = new DetailOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public BranchesCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		History history = this.invocation.migrator().writtenHistory();
		List<RevisionStatus> points = history.branchPoints();
		this.invocation.report(this.report.format, text(history, points), StatusJson.of(history, points));
		return ExitCode.DONE;
	}

	private String text(History history, List<RevisionStatus> points) {
		RevisionText text = this.invocation.text(history);
		if (!this.detail.verbose) {
			return points.stream()
				.flatMap((point) -> text.line().branches(point, history.children(point.revision())).stream())
				.collect(Collectors.joining("\n"))
				.stripTrailing();
		}
		List<String> lines = new ArrayList<>();
		for (RevisionStatus point : points) {
			lines.addAll(text.entry(point));
			history.children(point.revision()).forEach((child) -> lines.addAll(below(text.entry(child))));
		}
		return String.join("\n", lines).stripTrailing();
	}

	/**
	 * Returns the entry of a revision that follows a branch point, to the right of it.
	 */
	private static List<String> below(List<String> entry) {
		List<String> lines = new ArrayList<>();
		entry.forEach((line) -> lines.add(line.isEmpty() ? "" : (lines.isEmpty() ? " -> " : "    ") + line));
		return lines;
	}

}
