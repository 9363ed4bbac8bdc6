package dev.migrator.internal.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.internal.problem.Printable;
import dev.migrator.result.History;
import dev.migrator.result.RevisionDetails;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Planner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows revisions.
 */
@Command(name = "show",
		description = "Show a revision, or several. Asks no database unless the target or an option needs it.",
		footer = { "", "Examples:", "  migrator show head", "  migrator show ab52 --verbose",
				"  migrator show current" })
public final class ShowCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "TARGET", converter = TargetConverter.class,
			description = "An id or the beginning of one, heads, current, ab52-1, ...")
	String target = "";

	@Option(names = { "-i", "--indicate-current" }, description = "Show its state in the database.")
	boolean indicateCurrent;

	@Option(names = { "-v", "--verbose" }, description = "Show the SQL of its upgrade and its downgrade too.")
	boolean verbose;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public ShowCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.target(this.target, spec);
	}

	@Override
	public boolean readsDatabase() {
		return this.indicateCurrent || Planner.needsDatabase(this.target);
	}

	@Override
	public boolean readsStatements() {
		return this.verbose || this.report.format == ReportFormat.json;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		History history = readsDatabase() ? migrator.history() : migrator.writtenHistory();
		List<RevisionStatus> found = history.locate(this.target);
		List<RevisionDetails> details = readsStatements() ? found.stream().map(migrator.internals()::details).toList()
				: List.of();
		this.invocation.report(this.report.format, text(history, found, details),
				details.stream().map(StatusJson::of).toList());
		return ExitCode.DONE;
	}

	private String text(History history, List<RevisionStatus> found, List<RevisionDetails> details) {
		RevisionText text = this.invocation.text(history);
		if (details.isEmpty()) {
			return text.entries(found);
		}
		List<String> lines = new ArrayList<>();
		for (RevisionDetails revision : details) {
			lines.addAll(text.entry(revision.status()));
			add(lines, "Upgrade:", revision.upgrade());
			add(lines, "Downgrade:", revision.downgrade());
		}
		return String.join("\n", lines).stripTrailing();
	}

	private static void add(List<String> lines, String title, @Nullable String sql) {
		if (sql == null) {
			lines.add(title + " none, it is irreversible");
			lines.add("");
			return;
		}
		lines.add(title);
		lines.add("");
		Printable.text(sql.strip()).lines().forEach((line) -> lines.add(line.isEmpty() ? "" : "    " + line));
		lines.add("");
	}

}
