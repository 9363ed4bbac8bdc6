package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Orders revisions so that parents come before their children, in one depth-first pass
 * without recursion: it takes each revision in file order, and before it those of its
 * parents that are not in the order yet. The file order stays if it is already
 * topological.
 */
final class TopologicalOrder {

	private final int[][] parents;

	private final int[] order;

	private final int[] path;

	private final int[] nextParent;

	private final BitSet entered = new BitSet();

	private final BitSet emitted = new BitSet();

	private final BitSet onCycle = new BitSet();

	private final List<int[]> cycles = new ArrayList<>();

	private int count;

	private TopologicalOrder(int[][] parents) {
		this.parents = parents;
		this.order = new int[parents.length];
		this.path = new int[parents.length];
		this.nextParent = new int[parents.length];
	}

	/**
	 * Orders revisions.
	 * @param parents the parents of each revision by its position in the file order,
	 * ascending
	 * @return the order
	 */
	static TopologicalOrder of(int[][] parents) {
		TopologicalOrder order = new TopologicalOrder(parents);
		for (int revision = 0; revision < parents.length; revision++) {
			if (!order.emitted.get(revision)) {
				order.emit(revision);
			}
		}
		return order;
	}

	/**
	 * Returns the revisions in topological order. The result has no meaning if there are
	 * cycles.
	 */
	int[] order() {
		return this.order;
	}

	/**
	 * Returns the cycles that were found, each beginning with its first revision in file
	 * order and leading from child to parent. No two of them share a revision.
	 */
	List<int[]> cycles() {
		return List.copyOf(this.cycles);
	}

	private void emit(int revision) {
		int depth = 0;
		enter(revision, depth);
		while (depth >= 0) {
			int top = this.path[depth];
			if (this.nextParent[top] == this.parents[top].length) {
				this.emitted.set(top);
				this.order[this.count++] = top;
				depth--;
				continue;
			}
			int parent = this.parents[top][this.nextParent[top]++];
			if (!this.entered.get(parent)) {
				enter(parent, ++depth);
			}
			else if (!this.emitted.get(parent)) {
				addCycle(parent, depth);
			}
		}
	}

	private void enter(int revision, int depth) {
		this.entered.set(revision);
		this.path[depth] = revision;
	}

	private void addCycle(int first, int depth) {
		if (this.onCycle.get(first)) {
			return;
		}
		int start = depth;
		while (this.path[start] != first) {
			start--;
		}
		int[] cycle = Arrays.copyOfRange(this.path, start, depth + 1);
		for (int revision : cycle) {
			if (this.onCycle.get(revision)) {
				return;
			}
		}
		for (int revision : cycle) {
			this.onCycle.set(revision);
		}
		this.cycles.add(beginningWithSmallest(cycle));
	}

	private static int[] beginningWithSmallest(int[] cycle) {
		int smallest = 0;
		for (int i = 1; i < cycle.length; i++) {
			if (cycle[i] < cycle[smallest]) {
				smallest = i;
			}
		}
		int[] rotated = new int[cycle.length];
		for (int i = 0; i < cycle.length; i++) {
			rotated[i] = cycle[(smallest + i) % cycle.length];
		}
		return rotated;
	}

}
