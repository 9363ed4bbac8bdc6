package dev.migrator.cli;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Undoes what was applied above a target.
 */
@Command(name = "downgrade", description = "Undo what was applied above a target.", footer = { "", "Examples:",
		"  migrator downgrade -1", "  migrator downgrade ab52a8c0fcb8 --yes", "  migrator downgrade base" })
final class DowngradeCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "TARGET", converter = TargetConverter.class,
			description = "An id or the beginning of one, -1, base, label@base, ...")
	String target = "";

	@Option(names = { "-y", "--yes" }, description = "Do not ask. Without a terminal nobody is asked anyway.")
	boolean yes;

	@Mixin
	final ReportOptions report = new ReportOptions();

	DowngradeCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		return new Downgrade(this.invocation, migrator).to(this.target, this.yes, this.report.format);
	}

}
