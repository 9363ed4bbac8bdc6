package dev.migrator.revision;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Keeps the edges of one kind between revisions that are numbered in topological order.
 * An edge always leads from a revision to a smaller number, so one sweep over the numbers
 * answers every question about what is below or above.
 */
final class Edges {

	private final int[][] parents;

	private final int[][] children;

	/**
	 * Creates the edges.
	 * @param parents the parents of each revision, ascending and without repetition
	 */
	Edges(int[][] parents) {
		this.parents = parents;
		this.children = invert(parents);
	}

	private static int[][] invert(int[][] parents) {
		int[] counts = new int[parents.length];
		for (int[] of : parents) {
			for (int parent : of) {
				counts[parent]++;
			}
		}
		int[][] children = new int[parents.length][];
		Arrays.setAll(children, (parent) -> new int[counts[parent]]);
		Arrays.fill(counts, 0);
		for (int child = 0; child < parents.length; child++) {
			for (int parent : parents[child]) {
				children[parent][counts[parent]++] = child;
			}
		}
		return children;
	}

	int[] parents(int revision) {
		return this.parents[revision];
	}

	int[] children(int revision) {
		return this.children[revision];
	}

	/**
	 * Returns the revisions that have no parent.
	 */
	BitSet bottoms() {
		return having(this.parents, 0, 0);
	}

	/**
	 * Returns the revisions that have no child.
	 */
	BitSet tops() {
		return having(this.children, 0, 0);
	}

	/**
	 * Returns the revisions with more than one child.
	 */
	BitSet forks() {
		return having(this.children, 2, Integer.MAX_VALUE);
	}

	private static BitSet having(int[][] neighbours, int least, int most) {
		BitSet found = new BitSet(neighbours.length);
		for (int i = 0; i < neighbours.length; i++) {
			found.set(i, neighbours[i].length >= least && neighbours[i].length <= most);
		}
		return found;
	}

	/**
	 * Returns the given revisions and all that is below them.
	 */
	BitSet downFrom(BitSet start) {
		BitSet reached = (BitSet) start.clone();
		for (int i = reached.length() - 1; i >= 0; i = reached.previousSetBit(i - 1)) {
			for (int parent : this.parents[i]) {
				reached.set(parent);
			}
		}
		return reached;
	}

	/**
	 * Returns the given revisions and all that is above them.
	 */
	BitSet upFrom(BitSet start) {
		BitSet reached = (BitSet) start.clone();
		if (start.isEmpty()) {
			return reached;
		}
		for (int i = start.nextSetBit(0) + 1; i < this.parents.length; i++) {
			for (int parent : this.parents[i]) {
				if (reached.get(parent)) {
					reached.set(i);
					break;
				}
			}
		}
		return reached;
	}

	/**
	 * Returns the revision, all that is below it and all that is above it.
	 */
	BitSet lineage(int revision) {
		BitSet start = new BitSet();
		start.set(revision);
		BitSet lineage = downFrom(start);
		lineage.or(upFrom(start));
		return lineage;
	}

	/**
	 * Returns the given revisions that are not below another of them.
	 */
	BitSet maximal(BitSet revisions) {
		BitSet reached = (BitSet) revisions.clone();
		BitSet below = new BitSet(this.parents.length);
		for (int i = reached.length() - 1; i >= 0; i = reached.previousSetBit(i - 1)) {
			for (int parent : this.parents[i]) {
				reached.set(parent);
				below.set(parent);
			}
		}
		BitSet maximal = (BitSet) revisions.clone();
		maximal.andNot(below);
		return maximal;
	}

}
