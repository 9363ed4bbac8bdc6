package dev.migrator.internal.command;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.HalfWay;
import dev.migrator.execution.Resolution;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.problem.Printable;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.Step;

/**
 * Describes the state of a database in one line.
 */
final class CurrentState {

	private CurrentState() {
	}

	static String nothingPending(DatabaseState state, RevisionGraph graph) {
		return "The database is at %s; nothing is pending".formatted(names(state.rows(), graph));
	}

	static String afterwards(Plan plan, RevisionGraph graph, Duration duration) {
		String at = names(plan.to(), graph);
		if (plan.isEmpty()) {
			return "The database is at %s; nothing to %s".formatted(at, plan.direction().command());
		}
		String time = StepDescription.time(duration);
		if (plan.direction() == Direction.STAMP) {
			return "Stamped in %s; the database is at %s".formatted(time, at);
		}
		int count = plan.steps().size();
		return "%s %s %s in %s; the database is at %s".formatted(
				(plan.direction() == Direction.UPGRADE) ? "Applied" : "Undid", count,
				(count == 1) ? "revision" : "revisions", time, at);
	}

	static String afterResolving(Revision revision, Resolution resolution, List<String> rows, RevisionGraph graph) {
		return "Revision %s counts as %s from now on; the database is at %s".formatted(revision.id(),
				(resolution == Resolution.APPLIED) ? "applied" : "not applied", names(rows, graph));
	}

	static String afterResolving(HalfWay halfWay) {
		return "Of the %s of revision %s, %s of %s statements count as done from now on. To continue: %s".formatted(
				halfWay.direction().command(), halfWay.revision(), halfWay.statementsDone(), halfWay.statements(),
				halfWay.command());
	}

	static String afterAccepting(List<String> accepted, List<String> rows, RevisionGraph graph) {
		String at = names(rows, graph);
		if (accepted.isEmpty()) {
			return "Nothing to accept: no script was edited after it was applied; the database is at " + at;
		}
		return "Accepted %s of %s as %s now; the database is at %s".formatted(
				(accepted.size() == 1) ? "the script" : "the scripts", String.join(", ", accepted),
				(accepted.size() == 1) ? "it is" : "they are", at);
	}

	static String id(Step step) {
		Revision revision = step.revision();
		return (revision != null) ? revision.id() : String.join(", ", step.addedRows());
	}

	private static String names(List<String> rows, RevisionGraph graph) {
		if (rows.isEmpty()) {
			return "base";
		}
		List<String> heads = graph.heads();
		return Printable
			.line(String.join(", ", rows.stream().map((row) -> heads.contains(row) ? row + " (head)" : row).toList()));
	}

}
