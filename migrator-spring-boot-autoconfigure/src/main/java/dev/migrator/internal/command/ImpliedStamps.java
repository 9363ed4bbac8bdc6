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
 * What a stamp says of the revisions below it. The history has an entry for its target
 * alone, and none for those.
 */
final class ImpliedStamps {

	private final Map<String, LastEntry> below = new HashMap<>();

	ImpliedStamps(RevisionGraph graph, DatabaseState state) {
		state.traces()
			.values()
			.stream()
			.filter((trace) -> trace.stamped() && graph.find(trace.revision()).isPresent())
			.sorted(Comparator.comparingLong(LastEntry::id))
			.forEach((trace) -> add(trace, graph));
	}

	/**
	 * What an earlier stamp has reached it has reached with all that lies below.
	 */
	private void add(LastEntry trace, RevisionGraph graph) {
		Deque<String> open = new ArrayDeque<>();
		open.push(trace.revision());
		while (!open.isEmpty()) {
			String id = open.pop();
			if (this.below.putIfAbsent(id, trace) == null) {
				graph.find(id).orElseThrow().downRevisions().forEach(open::push);
				graph.dependencies(id).forEach((revision) -> open.push(revision.id()));
			}
		}
	}

	/**
	 * The first stamp at or above a revision, for one that has no entry of its own.
	 */
	@Nullable LastEntry of(Revision revision) {
		return this.below.get(revision.id());
	}

}
