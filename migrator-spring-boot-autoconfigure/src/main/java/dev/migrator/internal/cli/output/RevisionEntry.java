package dev.migrator.internal.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.UtcTime;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * A revision in several lines, for {@code show} and {@code --verbose}:
 *
 * <pre>
 * Rev: abc123def456 (head) (current)
 * Parent: ab52a8c0fcb8
 * Path: classpath:db/revisions/20260105_0530_abc123def456_add_exercises_table.sql
 * Created: 2026-01-05 05:30:00 UTC
 * State: applied 2026-01-06 08:00:00 UTC by app in 12 ms
 *
 *     add exercises table
 *
 * </pre>
 */
final class RevisionEntry {

	private final RevisionGraph graph;

	private final RevisionFlags marks;

	RevisionEntry(RevisionGraph graph, RevisionFlags marks) {
		this.graph = graph;
		this.marks = marks;
	}

	/**
	 * Returns the lines of a revision; the last one is blank.
	 */
	List<String> lines(RevisionStatus revision) {
		List<String> lines = new ArrayList<>();
		lines.add("Rev: " + this.marks.paint().paint(TextStyle.ID, Printable.line(revision.revision()))
				+ this.marks.head(revision) + this.marks.tree(revision) + this.marks.current(revision)
				+ this.marks.migrator());
		String script = revision.script();
		if (script != null) {
			lines.add(parents(revision));
			addList(lines, "Also depends on: ", revision.dependsOn());
			if (this.marks.isBranchPoint(revision)) {
				addList(lines, "Branches into: ",
						this.graph.children(revision.revision()).stream().map(Revision::id).toList());
			}
			addList(lines, "Branch names: ", this.marks.branchLabels(revision));
			lines.add("Path: " + Printable.line(script));
		}
		Instant created = revision.created();
		if (created != null) {
			lines.add("Created: " + UtcTime.of(created));
		}
		RevisionState state = revision.state();
		if (state != null) {
			lines.add("State: " + state(revision, state));
		}
		lines.add("");
		if (!revision.wholeMessage().isBlank()) {
			revision.wholeMessage()
				.strip()
				.lines()
				.map(Printable::line)
				.forEach((line) -> lines.add(line.isEmpty() ? "" : "    " + line));
			lines.add("");
		}
		return lines;
	}

	private static String parents(RevisionStatus revision) {
		if (revision.downRevisions().isEmpty()) {
			return "Parent: <base>";
		}
		return (RevisionFlags.isMergePoint(revision) ? "Merges: " : "Parent: ")
				+ Printable.line(String.join(", ", revision.downRevisions()));
	}

	private static void addList(List<String> lines, String title, List<String> names) {
		if (!names.isEmpty()) {
			lines.add(title + Printable.line(String.join(", ", names)));
		}
	}

	private String state(RevisionStatus revision, RevisionState state) {
		return switch (state) {
			case APPLIED -> done(revision) + when(revision);
			case PENDING -> "pending";
			case PARTIAL ->
				warning("partial") + ((revision.halfWay() != null) ? ": " + revision.halfWay().describe() : "")
						+ (when(revision).isEmpty() ? "" : ", begun" + when(revision));
			case CHANGED -> warning("changed") + " after it was " + done(revision) + when(revision);
			case UNKNOWN -> warning("unknown") + ", no script has it; " + done(revision) + when(revision);
		};
	}

	private static String done(RevisionStatus revision) {
		return revision.stamped() ? "stamped" : "applied";
	}

	private String warning(String word) {
		return this.marks.paint().paint(TextStyle.WARNING, word);
	}

	private static String when(RevisionStatus revision) {
		Instant at = revision.appliedAt();
		if (at == null) {
			return "";
		}
		return " " + UtcTime.of(at)
				+ ((revision.appliedBy() != null) ? " by " + Printable.line(revision.appliedBy()) : "")
				+ time(revision.duration());
	}

	private static String time(@Nullable Duration duration) {
		return (duration != null) ? " in " + StepDescription.time(duration) : "";
	}

}
