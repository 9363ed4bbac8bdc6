package dev.migrator.internal.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;

/**
 * Describes the pending revisions.
 */
public final class PendingText {

	private final MigrationStatus status;

	public PendingText(MigrationStatus status) {
		this.status = status;
	}

	/**
	 * Describes how many revisions are pending, and how they are applied. A half-way
	 * revision has its own advice.
	 * @return one line, empty if none is pending
	 */
	public String line() {
		String unknown = unknownLine();
		if (!unknown.isEmpty()) {
			return unknown;
		}
		int count = this.status.pending().size();
		if (count == 0) {
			return "";
		}
		String pending = (count == 1) ? "1 revision is pending" : count + " revisions are pending";
		return this.status.halfWay().isEmpty()
				? pending + "; `migrator upgrade heads` applies " + ((count == 1) ? "it" : "them") : pending;
	}

	/**
	 * Reports that the database has revisions without a script, whose place in the graph
	 * is not known.
	 * @return one line, empty if it has none
	 */
	public String unknownLine() {
		String unknown = unknown();
		return unknown.isEmpty() ? "" : "The pending revisions are not known, because these have no script: " + unknown;
	}

	/**
	 * Describes the same, then each revision on a line, in the order in which they would
	 * be applied.
	 * @param named names the migrator in the first line; the other lines do so themselves
	 * @return the lines, none if nothing is pending
	 */
	public List<String> lines(RevisionLine line, UnaryOperator<String> named) {
		if (line().isEmpty()) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		this.status.revisions()
			.stream()
			.filter((revision) -> this.status.pending().contains(revision.revision()))
			.forEach((revision) -> lines.add(0, "    " + line.pending(revision)));
		lines.add(0, named.apply(line()) + (lines.isEmpty() ? "" : ":"));
		return lines;
	}

	private String unknown() {
		return this.status.revisions()
			.stream()
			.filter((revision) -> revision.state() == RevisionState.UNKNOWN)
			.map(RevisionStatus::revision)
			.map(Printable::line)
			.collect(Collectors.joining(", "));
	}

}
