package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;

/**
 * Draws revisions and their down revisions as {@code git log --graph} does. Dependencies
 * are not drawn. A line to revisions that are not in the drawing ends in a {@code ~}.
 *
 * <pre>
 * * e5 (head)
 * |\
 * | * d4
 * * | c3
 * |/
 * * b2
 * ~
 * </pre>
 */
public final class GraphDrawing {

	private static final int NOT_DRAWN = -1;

	private final RevisionGraph graph;

	private final Function<RevisionStatus, List<String>> text;

	private final Consumer<String> out;

	/**
	 * Creates a drawing.
	 * @param graph the graph
	 * @param text the text beside a revision, at least one line
	 * @param out the receiver of the lines
	 */
	public GraphDrawing(RevisionGraph graph, Function<RevisionStatus, List<String>> text, Consumer<String> out) {
		this.graph = graph;
		this.text = text;
		this.out = out;
	}

	/**
	 * Draws the revisions.
	 * @param revisions the revisions, newest first
	 */
	public void draw(List<RevisionStatus> revisions) {
		DrawnRevisions drawn = new DrawnRevisions(revisions, this.graph);
		GraphLines lanes = new GraphLines(this.out);
		for (int number : drawn.branchByBranch()) {
			int awaiting = lanes.of(number);
			int lane = (awaiting >= 0) ? awaiting : lanes.open(number);
			List<Integer> parents = new ArrayList<>(drawn.parents(number));
			if (drawn.isCut(number)) {
				parents.add(NOT_DRAWN);
			}
			write(lanes, lane, drawn.revision(number), parents.isEmpty() ? ' ' : '|');
			leadOn(lanes, lane, parents);
		}
	}

	private void write(GraphLines lanes, int lane, RevisionStatus revision, char below) {
		char symbol = '*';
		for (String line : this.text.apply(revision)) {
			lanes.write(lane, symbol, line);
			symbol = below;
		}
	}

	private static void leadOn(GraphLines lanes, int lane, List<Integer> parents) {
		List<Integer> awaited = parents.stream().filter((parent) -> lanes.of(parent) >= 0).toList();
		List<Integer> others = parents.stream().filter((parent) -> lanes.of(parent) < 0).toList();
		if (parents.isEmpty()) {
			lanes.end(lane);
		}
		else if (others.isEmpty()) {
			join(lanes, lane, awaited);
		}
		else {
			lanes.redirect(lane, others.get(0));
			// Each lane begins beside the lane of the revision, and moves the earlier
			// ones to the right.
			for (int i = others.size() - 1; i > 0; i--) {
				lanes.fork(lane, others.get(i));
			}
			awaited.forEach((parent) -> lanes.lead(lane, lanes.of(parent)));
		}
		if (others.contains(NOT_DRAWN)) {
			int cut = lanes.of(NOT_DRAWN);
			lanes.write(cut, '~', "");
			lanes.end(cut);
		}
	}

	private static void join(GraphLines lanes, int lane, List<Integer> awaited) {
		int nearest = awaited.stream()
			.min(Comparator.comparingInt((parent) -> Math.abs(lanes.of(parent) - lane)))
			.orElseThrow();
		awaited.stream().filter((parent) -> parent != nearest).forEach((parent) -> lanes.lead(lane, lanes.of(parent)));
		int other = lanes.of(nearest);
		lanes.join(Math.max(lane, other), Math.min(lane, other));
		lanes.redirect(Math.min(lane, other), nearest);
	}

}
