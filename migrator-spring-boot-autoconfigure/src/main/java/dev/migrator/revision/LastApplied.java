package dev.migrator.revision;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Orders applied revisions by the time when they were applied, the last first. A revision
 * never comes before one that is above it; of the revisions that nothing is above, the
 * one that was applied last comes first. If the time of a revision is not known (a stamp
 * of a later revision brought it along), the earliest time of the revisions above it
 * counts.
 */
final class LastApplied {

	private static final long NEVER_SAID = Long.MIN_VALUE;

	private final RevisionGraph graph;

	private final BitSet applied;

	private final long[] when;

	/**
	 * @param applied the numbers of the revisions that are applied
	 * @param when the time when each was applied, by id: a larger number is later
	 */
	LastApplied(RevisionGraph graph, BitSet applied, Map<String, Long> when) {
		this.graph = graph;
		this.applied = applied;
		this.when = new long[graph.size()];
		for (int i = applied.length() - 1; i >= 0; i = applied.previousSetBit(i - 1)) {
			Long said = when.get(graph.id(i));
			this.when[i] = (said != null) ? said : firstAbove(i);
		}
	}

	private long firstAbove(int revision) {
		BitSet above = RevisionGraph.setOf(this.graph.all().children(revision));
		above.and(this.applied);
		return above.stream().mapToLong((child) -> this.when[child]).min().orElse(NEVER_SAID);
	}

	/**
	 * Returns the last applied revisions.
	 * @param count the maximum number of revisions
	 * @return their numbers, the last first
	 */
	int[] last(int count) {
		int[] standingOn = new int[this.graph.size()];
		this.applied.stream().forEach((revision) -> {
			for (int parent : this.graph.all().parents(revision)) {
				standingOn[parent]++;
			}
		});
		PriorityQueue<Integer> tops = new PriorityQueue<>(
				Comparator.<Integer>comparingLong((revision) -> this.when[revision])
					.thenComparing(Comparator.naturalOrder())
					.reversed());
		this.graph.all().maximal(this.applied).stream().forEach(tops::add);
		int[] last = new int[Math.min(count, this.applied.cardinality())];
		for (int i = 0; i < last.length; i++) {
			last[i] = tops.remove();
			for (int parent : this.graph.all().parents(last[i])) {
				if (--standingOn[parent] == 0) {
					tops.add(parent);
				}
			}
		}
		return last;
	}

}
