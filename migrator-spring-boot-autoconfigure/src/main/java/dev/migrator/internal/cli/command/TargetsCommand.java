package dev.migrator.internal.cli.command;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.cli.report.TargetCompletion;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionRange;
import picocli.CommandLine.Command;

/**
 * Lists ids and labels for {@link TargetCompletion}, the newest first. Asks no database.
 */
@Command(name = "targets", hidden = true, description = "List what shells complete: ids and labels.")
public final class TargetsCommand implements Callable<Integer>, OnlyMigrator {

	/** Text that every shell reads as one plain word. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.@]+");

	private final Invocation invocation;

	public TargetsCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Set<String> names = new LinkedHashSet<>();
		for (RevisionStatus revision : this.invocation.migrator().writtenHistory().range(RevisionRange.all())) {
			names.add(revision.revision());
			revision.branchLabels().forEach((label) -> {
				names.add(label);
				names.add(label + "@head");
			});
		}
		names.removeIf((name) -> !PLAIN.matcher(name).matches());
		this.invocation.report(ReportFormat.text, String.join("\n", names), "");
		return ExitCode.DONE;
	}

}
