package dev.migrator.internal.cli.output;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.History;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * Writes the words in parentheses after a revision. In every command, a head is a
 * revision that no other follows or depends on.
 */
public final class RevisionFlags {

	private static final Set<RevisionState> WORTH_SAYING = Set.of(RevisionState.CHANGED, RevisionState.PARTIAL,
			RevisionState.UNKNOWN);

	private final Set<String> heads;

	private final Set<String> branchPoints;

	private final Map<String, List<String>> labels;

	private final Set<String> current;

	private final Styler paint;

	private final String migrator;

	/**
	 * Creates the marks.
	 * @param graph the graph
	 * @param current the version rows, none if no database was asked
	 * @param paint colours them
	 * @param migrator the migrator of the revisions, if there are several
	 */
	public RevisionFlags(RevisionGraph graph, List<String> current, Styler paint, @Nullable String migrator) {
		this.heads = new HashSet<>(graph.heads());
		this.branchPoints = new HashSet<>(graph.branchPoints());
		this.labels = graph.branchLabels();
		this.current = new HashSet<>(current);
		this.paint = paint;
		this.migrator = (migrator != null) ? " [" + Printable.line(migrator) + "]" : "";
	}

	static RevisionFlags of(History history, Styler paint, @Nullable String migrator) {
		MigrationStatus status = history.status();
		return new RevisionFlags(history.graph(), (status != null) ? status.current() : List.of(), paint, migrator);
	}

	Styler paint() {
		return this.paint;
	}

	boolean isBranchPoint(RevisionStatus revision) {
		return this.branchPoints.contains(revision.revision());
	}

	static boolean isMergePoint(RevisionStatus revision) {
		return revision.downRevisions().size() > 1;
	}

	String head(RevisionStatus revision) {
		return this.heads.contains(revision.revision()) ? mark(TextStyle.HEAD, "head") : "";
	}

	String current(RevisionStatus revision) {
		return this.current.contains(revision.revision()) ? mark(TextStyle.CURRENT, "current") : "";
	}

	String tree(RevisionStatus revision) {
		return (isBranchPoint(revision) ? " (branchpoint)" : "") + (isMergePoint(revision) ? " (mergepoint)" : "");
	}

	/**
	 * Returns the name of the migrator, if there are several.
	 */
	String migrator() {
		return this.migrator;
	}

	/**
	 * Returns the problem of the revision in the database, or that it was only stamped.
	 */
	String state(RevisionStatus revision) {
		RevisionState state = revision.state();
		if (state != null && WORTH_SAYING.contains(state)) {
			return mark(TextStyle.WARNING, state.toString());
		}
		return (state == RevisionState.APPLIED && revision.stamped()) ? " (stamped)" : "";
	}

	String labels(RevisionStatus revision) {
		List<String> labels = branchLabels(revision);
		return labels.isEmpty() ? "" : mark(TextStyle.LABEL, Printable.line(String.join(", ", labels)));
	}

	/**
	 * Returns the labels of the branch that a revision is on.
	 */
	List<String> branchLabels(RevisionStatus revision) {
		return this.labels.getOrDefault(revision.revision(), List.of());
	}

	private String mark(TextStyle ink, String word) {
		return " " + this.paint.paint(ink, "(" + word + ")");
	}

}
