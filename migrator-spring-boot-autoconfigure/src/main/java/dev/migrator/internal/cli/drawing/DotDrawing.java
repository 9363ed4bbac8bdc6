package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.problem.Printable;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;

/**
 * Revisions in the <a href="https://graphviz.org/doc/info/lang.html">language of
 * Graphviz</a>, the newest on top. Arrows lead from a revision to those that follow it,
 * dashed ones to those that depend on it.
 */
public final class DotDrawing {

	private final RevisionGraph graph;

	public DotDrawing(RevisionGraph graph) {
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
		lines.add("digraph revisions {");
		lines.add("    rankdir=BT;");
		lines.add("    node [shape=box];");
		for (int number = revisions.size() - 1; number >= 0; number--) {
			RevisionStatus revision = revisions.get(number);
			lines.add("    %s [label=\"%s\"];".formatted(quoted(revision.revision()), label(revision)));
		}
		for (int number = revisions.size() - 1; number >= 0; number--) {
			String upper = quoted(revisions.get(number).revision());
			for (int lower : drawn.parents(number)) {
				lines.add("    %s -> %s;".formatted(quoted(revisions.get(lower).revision()), upper));
			}
			for (int lower : drawn.dependencies(number)) {
				lines.add("    %s -> %s [style=dashed];".formatted(quoted(revisions.get(lower).revision()), upper));
			}
		}
		lines.add("}");
		return lines;
	}

	private static String label(RevisionStatus revision) {
		String labels = revision.branchLabels().isEmpty() ? ""
				: " (" + String.join(", ", revision.branchLabels()) + ")";
		String message = revision.message().isBlank() ? "" : "\\n" + escape(Printable.line(revision.message()));
		return escape(Printable.line(revision.revision() + labels)) + message;
	}

	private static String quoted(String text) {
		return "\"" + escape(Printable.line(text)) + "\"";
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

}
