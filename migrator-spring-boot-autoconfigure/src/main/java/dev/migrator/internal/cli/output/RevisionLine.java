package dev.migrator.internal.cli.output;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.RevisionStatus;

/**
 * A revision on one line, in Alembic's shape:
 *
 * <pre>
 * ab52a8c0fcb8 (1234abcd5678) -&gt; abc123def456 (workouts) (head) (current) (branchpoint) (mergepoint), add exercises
 * </pre>
 *
 * Each command shows those parts that its question is about, and all say what is wrong
 * with the revision in the database, if that is known.
 */
public final class RevisionLine {

	private final RevisionFlags marks;

	public RevisionLine(RevisionFlags marks) {
		this.marks = marks;
	}

	/**
	 * A line of {@code history}: everything.
	 */
	public String history(RevisionStatus revision) {
		String down = revision.downRevisions().isEmpty() ? "<base>"
				: Printable.line(String.join(", ", revision.downRevisions()));
		String depends = revision.dependsOn().isEmpty() ? ""
				: " (" + Printable.line(String.join(", ", revision.dependsOn())) + ")";
		return down + depends + " -> " + node(revision);
	}

	/**
	 * A line of {@code history --graph}, where the lines say what is below the revision.
	 */
	String node(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.current(revision)
				+ this.marks.tree(revision) + this.marks.state(revision) + this.marks.migrator() + message(revision);
	}

	/**
	 * A line of {@code history --graph} with what no line shows: the dependencies.
	 */
	public String drawn(RevisionStatus revision) {
		return revision.dependsOn().isEmpty() ? node(revision)
				: "(" + Printable.line(String.join(", ", revision.dependsOn())) + ") -> " + node(revision);
	}

	/**
	 * A line of {@code heads}.
	 */
	public String head(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.state(revision)
				+ this.marks.migrator();
	}

	/**
	 * A line of {@code current}.
	 */
	public String current(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.head(revision) + this.marks.tree(revision)
				+ this.marks.state(revision) + this.marks.migrator();
	}

	/**
	 * A line of what is pending, of which the whole is known.
	 */
	String pending(RevisionStatus revision) {
		return id(revision) + this.marks.labels(revision) + this.marks.state(revision) + this.marks.migrator()
				+ message(revision);
	}

	/**
	 * The lines of {@code branches} for one branch point: itself, and what follows it.
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
	 * The beginning of what is said of a revision that is half-way.
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
