package dev.migrator.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the labels of the branch of each revision. A label holds for all revisions that
 * follow the one that declares it, and for those that it follows, down to the first
 * branch point or merge point. Alembic intends the same rule, but begins to go down at
 * the last revision that it has visited above.
 */
final class BranchLabels {

	private final List<Revision> revisions;

	private final Edges down;

	/** The revisions that declare labels. */
	private final int[] declaring;

	BranchLabels(List<Revision> revisions, Edges down) {
		this.revisions = revisions;
		this.down = down;
		this.declaring = IntStream.range(0, revisions.size())
			.filter((number) -> !revisions.get(number).branchLabels().isEmpty())
			.toArray();
	}

	Map<String, List<String>> byRevision() {
		BitSet[] branches = new BitSet[this.revisions.size()];
		Arrays.setAll(branches, (number) -> new BitSet());
		for (int branch = 0; branch < this.declaring.length; branch++) {
			toItsBeginning(branch, branches);
		}
		Map<String, List<String>> labels = new LinkedHashMap<>();
		for (int number = 0; number < branches.length; number++) {
			for (int parent : this.down.parents(number)) {
				branches[number].or(branches[parent]);
			}
			labels.put(this.revisions.get(number).id(), declared(branches[number]));
		}
		return labels;
	}

	private void toItsBeginning(int branch, BitSet[] branches) {
		branches[this.declaring[branch]].set(branch);
		int[] parents = this.down.parents(this.declaring[branch]);
		while (parents.length == 1 && isInTheMiddle(parents[0])) {
			branches[parents[0]].set(branch);
			parents = this.down.parents(parents[0]);
		}
	}

	private boolean isInTheMiddle(int revision) {
		return this.down.children(revision).length == 1 && this.down.parents(revision).length <= 1;
	}

	private List<String> declared(BitSet branches) {
		return branches.stream()
			.mapToObj((branch) -> this.revisions.get(this.declaring[branch]).branchLabels())
			.flatMap(List::stream)
			.toList();
	}

}
