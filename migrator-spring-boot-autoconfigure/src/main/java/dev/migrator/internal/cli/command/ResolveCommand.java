package dev.migrator.internal.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.execution.HalfWay;
import dev.migrator.execution.Resolution;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.MigrationReport;
import dev.migrator.internal.execution.statement.HalfWayScript;
import dev.migrator.internal.problem.Printable;
import dev.migrator.result.MigrationResult;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Records what became of a revision that stopped half-way.
 */
@Command(name = "resolve",
		description = "Record what became of a revision without a transaction that stopped half-way, after you have "
				+ "checked the database, or finished or undone the revision by hand. Runs nothing.",
		footer = { "", "Examples:", "  migrator resolve ab52a8c0fcb8 --applied",
				"  migrator resolve ab52a8c0fcb8 --done 2" })
public final class ResolveCommand implements Callable<Integer>, CheckedUsage {

	private static final int SHOWN = 20;

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "REVISION", converter = TargetConverter.class,
			description = "Its id, or the beginning of its id.")
	String revision = "";

	@ArgGroup(multiplicity = "1")
	final Outcome outcome = new Outcome();

	@Option(names = { "-y", "--yes" }, description = "Do not ask for confirmation. Without a terminal no command asks.")
	boolean yes;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public ResolveCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Integer done = this.outcome.done;
		Usage.refuseIf(done != null && done < 0, spec, "--done needs the number of statements that are done, from 0");
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		HalfWayScript script = migrator.internals().halfWay(this.revision);
		if (this.outcome.done != null && this.outcome.done > script.statements().size()) {
			// Refused before the question.
			migrator.resolve(this.revision, this.outcome.done);
		}
		consequences(script).forEach((line) -> this.invocation.warn(Printable.line(line)));
		if (!this.yes && this.invocation.screen().interactive() && !this.invocation.confirm("Continue?")) {
			this.invocation.warn("Nothing was done.");
			return ExitCode.FAILED;
		}
		MigrationReport.of(resolve(migrator, this.outcome)).write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

	private MigrationResult resolve(Migrator migrator, Outcome chosen) {
		if (chosen.done != null) {
			return migrator.resolve(this.revision, chosen.done);
		}
		return migrator.resolve(this.revision, chosen.applied ? Resolution.APPLIED : Resolution.NOT_APPLIED);
	}

	/**
	 * Describes which statements will not be run, or will be run again, after this
	 * decision.
	 */
	private List<String> consequences(HalfWayScript script) {
		HalfWay halfWay = script.halfWay();
		List<String> lines = new ArrayList<>();
		lines.add("Revision %s is half-way: %s.".formatted(halfWay.revision(), halfWay.describe()));
		Integer done = this.outcome.done;
		boolean rest = done == null && this.outcome.applied == (halfWay.direction() == Direction.UPGRADE);
		int from = Math.min(halfWay.statementsDone(), script.statements().size());
		if (rest) {
			list(lines, "This will not be run:", script.rest());
		}
		else if (done != null && done > from && done <= script.statements().size()) {
			list(lines, "This is not recorded as done, and will not be run:", script.statements().subList(from, done));
		}
		else if (done != null && done < from) {
			list(lines, "This is recorded as done, and will be run again:", script.statements().subList(done, from));
		}
		else if (done == null) {
			list(lines, "This is recorded as done, and counts as undone:", script.statements().subList(0, from));
		}
		return lines;
	}

	private static void list(List<String> lines, String title, List<HalfWayScript.Statement> statements) {
		if (statements.isEmpty()) {
			return;
		}
		lines.add(title);
		statements.stream()
			.limit(SHOWN)
			.forEach((it) -> lines
				.add("  %s (line %s): %s".formatted(it.number(), it.line(), Printable.line(it.text()))));
		if (statements.size() > SHOWN) {
			lines.add("  and %s more".formatted(statements.size() - SHOWN));
		}
	}

	static final class Outcome {

		@Option(names = "--applied", description = "It counts as applied from now on.")
		boolean applied;

		@Option(names = "--not-applied", description = "It counts as not applied from now on.")
		boolean notApplied;

		@Option(names = "--done", paramLabel = "STATEMENTS",
				description = "The number of its statements that are done. The next run continues after them.")
		@Nullable Integer done;

	}

}
