package dev.migrator.internal.cli.output;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.RevisionStatus;

/**
 * A revision on one line, in Alembic's json:
 *
 * <pre>
 * ab52a8c0fcb8 (1234abcd5678) -&gt; abc123def456 (workouts) (head) (current) (branchpoint) (mergepoint), add exercises
 * </pre>
 *
 * Each command shows the parts that it is about, and all show the problem of the revision
 * in the database, if that is known.
 */
public final class RevisionLine {

	private final RevisionFlags marks;

	public RevisionLine(RevisionFlags marks) {
		this.marks = marks;
	}

	/**
	 * Returns a line of {@code history}: everything.
	 */
	public String history(RevisionStatus revision) {
		String down = revision.downRevisions().isEmpty() ? "<base>"
				: Printable.line(String.join(", ", revision.downRevisions()));
		String depends = revision.dependsOn().isEmpty() ? ""
				: " (" + Printable.line(String.join(", ", revision.dependsOn())) + ")";
		return down + depends + " -> " + node(revision);
	}

	/**
	 * Returns a line of {@code history --graph}, in which the drawn lines show the down
	 * revisions.
	 */
	String node(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.current(revision)
				+ this.marks.tree(revision) + this.marks.state(revision) + this.marks.migrator() + message(revision);
	}

	/**
	 * Returns a line of {@code history --graph} with the dependencies, which are not
	 * drawn.
	 */
	public String drawn(RevisionStatus revision) {
		return revision.dependsOn().isEmpty() ? node(revision)
				: "(" + Printable.line(String.join(", ", revision.dependsOn())) + ") -> " + node(revision);
	}

	/**
	 * Returns a line of {@code heads}.
	 */
	public String head(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.state(revision)
				+ this.marks.migrator();
	}

	/**
	 * Returns a line of {@code current}.
	 */
	public String current(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.tree(revision)
				+ this.marks.state(revision) + this.marks.migrator();
	}

	/**
	 * Returns the line of a pending revision.
	 */
	String pending(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.state(revision) + this.marks.migrator()
				+ message(revision);
	}

	/**
	 * Returns the lines of {@code branches} for one branch point: itself, and the
	 * revisions that follow it.
	 */
	public List<String> branches(RevisionStatus branchPoint, List<RevisionStatus> children) {
		String indent = " ".repeat(TextWidth.of(branchPoint.revision()));
		List<String> lines = new ArrayList<>();
		lines.add(branch(branchPoint));
		children.forEach((child) -> lines.add(indent + " -> " + branch(child)));
		lines.add("");
		return lines;
	}

	/**
	 * Returns the beginning of the lines about a half-way revision.
	 */
	String halfWay(String revision) {
		Styler paint = this.marks.paint();
		return paint.paint(TextStyle.WARNING, "Half-way:") + " " + paint.paint(TextStyle.ID, Printable.line(revision))
				+ this.marks.migrator();
	}

	private String branch(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.tree(revision)
				+ this.marks.state(revision) + this.marks.migrator();
	}

	private static String message(RevisionStatus revision) {
		String message = Printable.line(revision.message());
		return message.isEmpty() ? "" : ", " + message;
	}

	private String id(RevisionStatus revision) {
		return this.marks.paint().paint(TextStyle.ID, Printable.line(revision.revision()));
	}

}
