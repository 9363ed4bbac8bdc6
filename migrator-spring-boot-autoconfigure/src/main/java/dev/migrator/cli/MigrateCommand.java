package dev.migrator.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What other tools call migrate.
 */
@Command(name = "migrate", description = "Apply everything that is pending: upgrade heads.",
		footer = { "", "Example:", "  migrator migrate" })
final class MigrateCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT",
			description = "Generate a revision from the model instead: not there yet.")
	@Nullable String message;

	@Mixin
	final ReportOptions report = new ReportOptions();

	MigrateCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		if (this.message != null) {
			throw new NotThereYetException(this.message);
		}
		MigrationReport.of(this.invocation.migrator().upgrade("heads")).write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

}
