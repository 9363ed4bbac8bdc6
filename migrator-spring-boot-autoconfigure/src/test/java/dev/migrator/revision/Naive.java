package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The same answers as the graph's, by recursion over ids: slow, and too simple to be
 * wrong.
 */
final class Naive {

	private final Map<String, Revision> revisions = new HashMap<>();

	private final Map<String, String> labels = new HashMap<>();

	Naive(Collection<Revision> revisions) {
		for (Revision revision : revisions) {
			this.revisions.put(revision.id(), revision);
			revision.branchLabels().forEach((label) -> this.labels.put(label, revision.id()));
		}
	}

	Set<String> parents(String id) {
		Revision revision = this.revisions.get(id);
		Set<String> parents = new HashSet<>(revision.downRevisions());
		revision.dependsOn().forEach((name) -> parents.add(this.labels.getOrDefault(name, name)));
		return parents;
	}

	Set<String> children(String id) {
		return all((child) -> this.revisions.get(child).downRevisions().contains(id));
	}

	Set<String> bases() {
		return all((id) -> this.revisions.get(id).downRevisions().isEmpty());
	}

	Set<String> heads() {
		return all((id) -> this.revisions.keySet().stream().noneMatch((other) -> parents(other).contains(id)));
	}

	private Set<String> all(Predicate<String> wanted) {
		return this.revisions.keySet().stream().filter(wanted).collect(Collectors.toSet());
	}

	Set<String> closure(Collection<String> ids) {
		Set<String> closure = new HashSet<>();
		ids.forEach((id) -> collect(id, closure));
		return closure;
	}

	private void collect(String id, Set<String> closure) {
		if (closure.add(id)) {
			parents(id).forEach((parent) -> collect(parent, closure));
		}
	}

	boolean standsOn(String upper, String lower) {
		return closure(Set.of(upper)).contains(lower);
	}

	Set<String> maximal(Collection<String> ids) {
		return ids.stream()
			.filter((id) -> ids.stream().noneMatch((other) -> !other.equals(id) && standsOn(other, id)))
			.collect(Collectors.toSet());
	}

	Set<String> upgraded(Collection<String> rows, Collection<String> targets) {
		Set<String> pending = closure(targets);
		pending.removeAll(closure(rows));
		return pending;
	}

	Set<String> downgraded(Collection<String> rows, Collection<String> roots) {
		return closure(rows).stream()
			.filter((id) -> roots.stream().anyMatch((root) -> standsOn(id, root)))
			.collect(Collectors.toSet());
	}

	/**
	 * The rows after each step of a plan, from nothing but what has been applied by then.
	 */
	List<Set<String>> rowsAfterEachStep(Plan plan) {
		Set<String> applied = closure(plan.from());
		List<Set<String>> rows = new ArrayList<>();
		for (String id : PlanAssert.ids(plan)) {
			if (plan.direction() == Direction.UPGRADE) {
				applied.add(id);
			}
			else {
				applied.remove(id);
			}
			rows.add(maximal(applied));
		}
		return rows;
	}

	/**
	 * Whether everything that a revision stands on is there before it comes, and nothing
	 * that stands on it is left when it goes.
	 */
	boolean isTopological(Plan plan) {
		Set<String> applied = closure(plan.from());
		for (String id : PlanAssert.ids(plan)) {
			if (plan.direction() == Direction.UPGRADE) {
				if (!applied.containsAll(parents(id)) || !applied.add(id)) {
					return false;
				}
			}
			else if (!applied.remove(id) || applied.stream().anyMatch((other) -> parents(other).contains(id))) {
				return false;
			}
		}
		return true;
	}

}
