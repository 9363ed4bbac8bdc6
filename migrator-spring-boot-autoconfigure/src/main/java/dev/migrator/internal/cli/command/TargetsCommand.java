package dev.migrator.internal.cli.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.completion.CompletedWord;
import dev.migrator.internal.cli.completion.CompletionScript;
import dev.migrator.internal.cli.completion.TargetWords;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import picocli.CommandLine.Command;

/**
 * Lists ids and labels for {@link CompletionScript}, each with what it is, the newest
 * first. Asks no database.
 */
@Command(name = "targets", hidden = true, description = "List what shells complete: ids and labels, and what each is.")
public final class TargetsCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	public TargetsCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		String lines = TargetWords.of(this.invocation.migrator().writtenHistory())
			.stream()
			.map(CompletedWord::line)
			.collect(Collectors.joining("\n"));
		this.invocation.report(ReportFormat.text, lines, "");
		return ExitCode.DONE;
	}

}
