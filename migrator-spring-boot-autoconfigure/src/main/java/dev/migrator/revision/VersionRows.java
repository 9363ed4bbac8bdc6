package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Tracks the version rows of a database through the steps of a plan: the applied
 * revisions that no applied revision follows or depends on. They are not computed again
 * at each step. A step only counts up or down the number of applied revisions that follow
 * or depend on those directly below it.
 */
final class VersionRows {

	private final RevisionGraph graph;

	private final int[] standingOn;

	private final BitSet superfluous;

	/**
	 * Creates the rows.
	 * @param graph the graph
	 * @param actual the rows of the database; those that others imply are removed with
	 * the first step
	 * @param applied all applied revisions
	 */
	VersionRows(RevisionGraph graph, BitSet actual, BitSet applied) {
		this.graph = graph;
		this.standingOn = new int[graph.size()];
		applied.stream().forEach((revision) -> {
			for (int parent : graph.all().parents(revision)) {
				this.standingOn[parent]++;
			}
		});
		this.superfluous = (BitSet) actual.clone();
		this.superfluous.andNot(graph.all().maximal(actual));
	}

	Step upgrade(int revision) {
		List<String> removed = removeSuperfluous();
		for (int parent : this.graph.all().parents(revision)) {
			if (this.standingOn[parent]++ == 0) {
				removed.add(this.graph.id(parent));
			}
		}
		return new Step(Direction.UPGRADE, this.graph.revision(revision), removed, List.of(this.graph.id(revision)));
	}

	Step downgrade(int revision) {
		List<String> removed = new ArrayList<>();
		removed.add(this.graph.id(revision));
		List<String> added = new ArrayList<>();
		for (int parent : this.graph.all().parents(revision)) {
			if (--this.standingOn[parent] > 0) {
				continue;
			}
			if (this.superfluous.get(parent)) {
				this.superfluous.clear(parent);
			}
			else {
				added.add(this.graph.id(parent));
			}
		}
		removed.addAll(removeSuperfluous());
		return new Step(Direction.DOWNGRADE, this.graph.revision(revision), removed, added);
	}

	private List<String> removeSuperfluous() {
		List<String> removed = new ArrayList<>();
		if (!this.superfluous.isEmpty()) {
			removed.addAll(this.graph.ids(this.superfluous));
			this.superfluous.clear();
		}
		return removed;
	}

}
