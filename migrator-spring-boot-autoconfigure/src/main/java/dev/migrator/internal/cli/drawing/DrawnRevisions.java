package dev.migrator.internal.cli.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * The revisions of a drawing, with their numbers in the given order: newest first.
 */
final class DrawnRevisions {

	private final List<RevisionStatus> revisions;

	private final Map<String, Integer> numbers = new HashMap<>();

	private final RevisionGraph graph;

	DrawnRevisions(List<RevisionStatus> revisions, RevisionGraph graph) {
		this.revisions = revisions;
		this.graph = graph;
		revisions.forEach((revision) -> this.numbers.put(revision.revision(), this.numbers.size()));
	}

	RevisionStatus revision(int number) {
		return this.revisions.get(number);
	}

	/**
	 * Returns the down revisions that are drawn.
	 */
	List<Integer> parents(int number) {
		return numbers(revision(number).downRevisions());
	}

	/**
	 * Returns whether there are down revisions that are not drawn.
	 */
	boolean isCut(int number) {
		return !this.numbers.keySet().containsAll(revision(number).downRevisions());
	}

	/**
	 * Returns the dependencies that are drawn.
	 */
	List<Integer> dependencies(int number) {
		String id = revision(number).revision();
		if (revision(number).dependsOn().isEmpty() || this.graph.find(id).isEmpty()) {
			return List.of();
		}
		return numbers(this.graph.dependencies(id).stream().map(Revision::id).toList());
	}

	private List<Integer> numbers(List<String> ids) {
		return ids.stream().filter(this.numbers::containsKey).map(this.numbers::get).toList();
	}

	/**
	 * Returns an order that keeps each branch together, so that few lines run beside each
	 * other. A revision still comes before all revisions that it follows or depends on.
	 */
	List<Integer> branchByBranch() {
		List<Set<Integer>> below = new ArrayList<>();
		int[] above = new int[this.revisions.size()];
		for (int number = 0; number < above.length; number++) {
			Set<Integer> needed = new LinkedHashSet<>(dependencies(number));
			List<Integer> parents = parents(number);
			parents.forEach(needed::remove);
			needed.addAll(parents);
			needed.forEach((lower) -> above[lower]++);
			below.add(needed);
		}
		Deque<Integer> ready = new ArrayDeque<>();
		for (int number = above.length - 1; number >= 0; number--) {
			if (above[number] == 0) {
				ready.push(number);
			}
		}
		List<Integer> order = new ArrayList<>();
		while (!ready.isEmpty()) {
			int number = ready.pop();
			order.add(number);
			for (int lower : below.get(number)) {
				if (--above[lower] == 0) {
					ready.push(lower);
				}
			}
		}
		return order;
	}

}
