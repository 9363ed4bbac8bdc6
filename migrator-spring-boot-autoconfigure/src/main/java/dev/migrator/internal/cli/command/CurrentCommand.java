package dev.migrator.internal.cli.command;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.option.DetailOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.PendingText;
import dev.migrator.internal.cli.output.RevisionLine;
import dev.migrator.internal.cli.output.RevisionText;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.internal.problem.Printable;
import dev.migrator.result.History;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows the version rows of the database.
 */
@Command(name = "current", description = "Show the revisions that the database is at.",
		footer = { "", "Examples:", "  migrator current", "  migrator current --check-heads" })
public final class CurrentCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Option(names = { "-c", "--check-heads" }, description = "Exit with code 3 unless the database is at all heads.")
	boolean checkHeads;

	@Mixin
	final DetailOptions detail = new DetailOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public CurrentCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public boolean readsDatabase() {
		return true;
	}

	@Override
	public Integer call() {
		History history = this.invocation.migrator().history();
		List<RevisionStatus> current = history.current();
		MigrationStatus status = Objects.requireNonNull(history.status());
		PendingText pending = new PendingText(status);
		this.invocation.report(this.report.format, text(history, current, pending), StatusJson.of(history, current));
		if (current.isEmpty()) {
			this.invocation.say("The database is at base: no revision is applied");
		}
		if (this.checkHeads && !atHeads(status)) {
			String heads = String.join(", ", status.heads());
			this.invocation.warn("The database is not at all heads (" + heads + ")"
					+ (pending.line().isEmpty() ? "" : ". " + pending.line()));
			return ExitCode.FOUND;
		}
		String changed = changed(status);
		if (!changed.isEmpty()) {
			this.invocation.warn("Edited after it was applied: " + changed + "; `migrator check` shows what to do");
		}
		if (!this.detail.verbose && !pending.line().isEmpty()) {
			this.invocation.say(pending.line());
		}
		return ExitCode.DONE;
	}

	/**
	 * Returns the text. Scripts read ids from the lines, so that pending revisions are
	 * only in the output in several lines.
	 */
	private String text(History history, List<RevisionStatus> current, PendingText pending) {
		RevisionText text = this.invocation.text(history);
		if (!this.detail.verbose) {
			return text.first(text.lines(current, RevisionLine::current));
		}
		String entries = text.entries(current);
		String lines = String.join("\n", pending.lines(text.line(), this.invocation::named));
		return text.first(entries + ((entries.isEmpty() || lines.isEmpty()) ? "" : "\n\n") + lines);
	}

	private static String changed(MigrationStatus status) {
		return status.revisions()
			.stream()
			.filter((revision) -> revision.state() == RevisionState.CHANGED)
			.map((revision) -> Printable.line(revision.revision()))
			.collect(Collectors.joining(", "));
	}

	private static boolean atHeads(MigrationStatus status) {
		return new HashSet<>(status.current()).equals(new HashSet<>(status.heads()));
	}

}
