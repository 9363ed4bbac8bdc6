package dev.migrator.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.migrator.RevisionStatus;
import dev.migrator.revision.RevisionRange;
import picocli.CommandLine.Command;

/**
 * Lists ids and labels for {@link TargetCompletion}, the newest first. Asks no database.
 */
@Command(name = "targets", hidden = true, description = "List what shells complete: ids and labels.")
final class TargetsCommand implements Callable<Integer> {

	private final Invocation invocation;

	TargetsCommand(Invocation invocation) {
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
		this.invocation.report(ReportFormat.text, String.join("\n", names), "");
		return ExitCode.DONE;
	}

}
