package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;

/**
 * Revisions as a flowchart for <a href="https://mermaid.js.org/syntax/flowchart.html">
 * Mermaid</a>, the newest on top. Arrows lead from a revision to those that follow it,
 * dotted ones to those that depend on it.
 */
public final class MermaidDrawing {

	private final RevisionGraph graph;

	public MermaidDrawing(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Draws the revisions.
	 * @param revisions the revisions, newest first
	 * @return the lines
	 */
	public List<String> lines(List<RevisionStatus> revisions) {
		DrawnRevisions drawn = new DrawnRevisions(revisions, this.graph);
		List<String> lines = new ArrayList<>();
		lines.add("flowchart BT");
		for (int number = revisions.size() - 1; number >= 0; number--) {
			lines.add("    r%s[\"%s\"]".formatted(number, label(revisions.get(number))));
		}
		for (int number = revisions.size() - 1; number >= 0; number--) {
			int upper = number;
			drawn.parents(number).forEach((lower) -> lines.add("    r%s --> r%s".formatted(lower, upper)));
			drawn.dependencies(number).forEach((lower) -> lines.add("    r%s -.-> r%s".formatted(lower, upper)));
		}
		return lines;
	}

	private static String label(RevisionStatus revision) {
		StringBuilder label = new StringBuilder(escape(Printable.line(revision.revision())));
		if (!revision.branchLabels().isEmpty()) {
			label.append(" (").append(escape(Printable.line(String.join(", ", revision.branchLabels())))).append(")");
		}
		if (!revision.message().isBlank()) {
			label.append("<br>").append(escape(Printable.line(revision.message())));
		}
		return label.toString();
	}

	/**
	 * Escapes a label: writes each character as its number, except letters, digits and
	 * characters without a meaning in labels and Markdown.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((character) -> {
			if (Character.isLetterOrDigit(character) || " .,:()/".indexOf(character) >= 0) {
				escaped.appendCodePoint(character);
			}
			else {
				escaped.append('#').append(character).append(';');
			}
		});
		return escaped.toString();
	}

}
