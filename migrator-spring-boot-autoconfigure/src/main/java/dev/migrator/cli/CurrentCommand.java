package dev.migrator.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "current", description = "Show where the database is.",
		footer = { "", "Example:", "  migrator current --check-heads" })
final class CurrentCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Mixin
	final ReportOptions report = new ReportOptions();

	CurrentCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		var status = this.invocation.migrator().status();
		this.invocation.report(this.report.format, String.join("\n", status.current()),
				dev.migrator.StatusShape.of(status));
		return ExitCode.DONE;
	}

}
