package dev.migrator.internal.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.drawing.DotDrawing;
import dev.migrator.internal.cli.drawing.GraphDrawing;
import dev.migrator.internal.cli.drawing.MermaidDrawing;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.DetailOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.PendingText;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.cli.output.RevisionLine;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.result.History;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Lists revisions, newest first.
 */
@Command(name = "history",
		description = "List the revisions, newest first. Asks no database unless the range or an option needs it.",
		footer = { "", "Examples:", "  migrator history --graph", "  migrator history -r ab52:heads -i",
				"  migrator history -r current: --verbose", "  migrator history --format mermaid > revisions.mmd" })
public final class HistoryCommand implements Callable<Integer>, CheckedUsage, OnlyMigrator {

	private final Invocation invocation;

	@Option(names = { "-r", "--rev-range" }, paramLabel = "RANGE",
			description = "[START]:[END], both included: ids, current, -2:, :+3, ... Default: everything.")
	@Nullable String range;

	@Option(names = { "-i", "--indicate-current" },
			description = "Mark the revisions that the database is at, and those that were edited or stopped half-way.")
	boolean indicateCurrent;

	@Option(names = { "-g", "--graph" }, description = "Draw branches and merges.")
	boolean graph;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "The format of the output: text, json, mermaid, dot.")
	Format format = Format.text;

	@Mixin
	final DetailOptions detail = new DetailOptions();

	public HistoryCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(this.format != Format.text && (this.graph || this.detail.verbose), spec,
				"--graph and --verbose are for text: remove --format");
		Usage.check(this::wanted, spec);
	}

	private RevisionRange wanted() {
		return (this.range != null) ? RevisionRange.parse(this.range) : RevisionRange.all();
	}

	@Override
	public boolean readsDatabase() {
		return this.indicateCurrent || wanted().needsDatabase();
	}

	@Override
	public Integer call() {
		RevisionRange wanted = wanted();
		Migrator migrator = this.invocation.migrator();
		History history = readsDatabase() ? migrator.history() : migrator.writtenHistory();
		List<RevisionStatus> revisions = history.range(wanted);
		switch (this.format) {
			case text -> text(history, revisions);
			case json -> this.invocation.report(ReportFormat.json, "", StatusJson.of(history, revisions));
			case mermaid -> print(new MermaidDrawing(history.graph()).lines(revisions));
			case dot -> print(new DotDrawing(history.graph()).lines(revisions));
		}
		if (history.status() != null) {
			String unknown = new PendingText(history.status()).unknownLine();
			if (!unknown.isEmpty()) {
				this.invocation.warn(unknown);
			}
		}
		return ExitCode.DONE;
	}

	private void text(History history, List<RevisionStatus> revisions) {
		RevisionText text = this.invocation.text(history);
		if (this.graph) {
			this.invocation.report(ReportFormat.text, text.first(""), "");
			new GraphDrawing(history.graph(),
					this.detail.verbose ? text::entry : (revision) -> List.of(text.line().drawn(revision)),
					this.invocation.screen().out()::println)
				.draw(revisions);
		}
		else {
			this.invocation.report(ReportFormat.text, text.first(
					this.detail.verbose ? text.entries(revisions) : text.lines(revisions, RevisionLine::history)), "");
		}
	}

	private void print(List<String> lines) {
		lines.forEach(this.invocation.screen().out()::println);
	}

	/**
	 * The formats of a history. The names are what a user types.
	 */
	enum Format {

		text, json, mermaid, dot

	}

}
