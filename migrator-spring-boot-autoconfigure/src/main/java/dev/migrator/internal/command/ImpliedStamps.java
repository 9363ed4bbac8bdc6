package dev.migrator.internal.command;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of revisions below the target of a stamp. The history has an entry for the
 * target only, and none for those revisions.
 */
final class ImpliedStamps {

	private final Map<String, LastEntry> below = new HashMap<>();

	ImpliedStamps(RevisionGraph graph, DatabaseState state) {
		state.lastEntries()
			.values()
			.stream()
			.filter((entry) -> entry.stamped() && graph.find(entry.revision()).isPresent())
			.sorted(Comparator.comparingLong(LastEntry::id))
			.forEach((entry) -> add(entry, graph));
	}

	/**
	 * Adds a stamp. A revision that an earlier stamp has reached is skipped, because that
	 * stamp has reached all revisions below it too.
	 */
	private void add(LastEntry entry, RevisionGraph graph) {
		Deque<String> open = new ArrayDeque<>();
		open.push(entry.revision());
		while (!open.isEmpty()) {
			String id = open.pop();
			if (this.below.putIfAbsent(id, entry) == null) {
				graph.find(id).orElseThrow().downRevisions().forEach(open::push);
				graph.dependencies(id).forEach((revision) -> open.push(revision.id()));
			}
		}
	}

	/**
	 * Returns the first stamp at or above a revision that has no history entry of its
	 * own.
	 */
	@Nullable LastEntry of(Revision revision) {
		return this.below.get(revision.id());
	}

}
