package dev.migrator.cli;

import java.util.concurrent.Callable;

import dev.migrator.execution.Resolution;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says what became of a revision that stopped half-way.
 */
@Command(name = "resolve",
		description = "Say what became of a revision without a transaction that stopped half-way, after you have "
				+ "finished or undone it by hand. Runs nothing.",
		footer = { "", "Example:", "  migrator resolve ab52a8c0fcb8 --applied" })
final class ResolveCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "REVISION", converter = TargetConverter.class,
			description = "Its id, or the beginning of it.")
	String revision = "";

	@ArgGroup(multiplicity = "1")
	final Outcome outcome = new Outcome();

	@Mixin
	final ReportOptions report = new ReportOptions();

	ResolveCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Resolution resolution = this.outcome.applied ? Resolution.APPLIED : Resolution.NOT_APPLIED;
		MigrationReport.of(this.invocation.migrator().resolve(this.revision, resolution))
			.write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

	static final class Outcome {

		@Option(names = "--applied", description = "It counts as applied from now on.")
		boolean applied;

		@Option(names = "--not-applied", description = "It counts as not applied from now on.")
		boolean notApplied;

	}

}
