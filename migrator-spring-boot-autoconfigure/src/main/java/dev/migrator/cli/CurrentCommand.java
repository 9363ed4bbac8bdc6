package dev.migrator.cli;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.History;
import dev.migrator.MigrationStatus;
import dev.migrator.RevisionStatus;
import dev.migrator.StatusShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows where the database is.
 */
@Command(name = "current", description = "Show the revisions that the database is at.",
		footer = { "", "Examples:", "  migrator current", "  migrator current --check-heads" })
final class CurrentCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = { "-c", "--check-heads" }, description = "Exit with code 3 unless the database is at all heads.")
	boolean checkHeads;

	@Mixin
	final DetailOptions detail = new DetailOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	CurrentCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		History history = this.invocation.migrator().history();
		List<RevisionStatus> current = history.current();
		RevisionText text = this.invocation.text(history);
		this.invocation.report(this.report.format,
				text.first(this.detail.verbose ? text.entries(current) : text.lines(current, RevisionLine::current)),
				StatusShape.of(history, current));
		MigrationStatus status = history.status();
		if (current.isEmpty()) {
			this.invocation.say("The database is at base: no revision is applied");
		}
		if (this.checkHeads && status != null
				&& !new HashSet<>(status.current()).equals(new HashSet<>(status.heads()))) {
			this.invocation.warn("The database is not at all heads (%s). To bring it there: migrator upgrade heads"
				.formatted(String.join(", ", status.heads())));
			return ExitCode.FOUND;
		}
		return ExitCode.DONE;
	}

}
