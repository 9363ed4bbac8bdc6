package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Makes a graph of revisions in file order: gives them numbers, resolves what they name,
 * brings them into topological order, and collects everything that is wrong on the way.
 */
final class GraphLoader {

	static final String REVISES = "revises";

	static final String DEPENDS_ON = "depends on";

	private final List<Revision> revisions = new ArrayList<>();

	private final Map<String, Integer> ids = new LinkedHashMap<>();

	private final Map<String, Integer> labels = new LinkedHashMap<>();

	private final GraphProblems problems = new GraphProblems();

	RevisionGraph load(List<Revision> inFileOrder) {
		inFileOrder.forEach(this::register);
		this.revisions.forEach(this::registerLabels);
		int[][] down = new int[this.revisions.size()][];
		int[][] all = new int[this.revisions.size()][];
		for (int i = 0; i < down.length; i++) {
			down[i] = downRevisions(i);
			all[i] = union(down[i], dependencies(i));
		}
		TopologicalOrder order = TopologicalOrder.of(all);
		order.cycles().forEach((cycle) -> addCycle(cycle, down));
		this.problems.throwIfAny();
		return graph(order.order(), down, all);
	}

	private void register(Revision revision) {
		String fault = NameRule.faultOf(revision.id());
		if (fault != null) {
			this.problems.illegalId(revision, fault);
		}
		Integer first = this.ids.putIfAbsent(revision.id(), this.revisions.size());
		if (first != null) {
			this.problems.duplicateId(this.revisions.get(first), revision);
			return;
		}
		this.revisions.add(revision);
	}

	private void registerLabels(Revision revision) {
		for (String label : new LinkedHashSet<>(revision.branchLabels())) {
			String fault = NameRule.faultOf(label);
			Integer named = this.ids.get(label);
			Integer declared = this.labels.putIfAbsent(label, number(revision));
			if (fault != null) {
				this.problems.illegalLabel(revision, label, fault);
			}
			else if (named != null) {
				this.problems.labelIsId(label, revision, this.revisions.get(named));
			}
			else if (declared != null) {
				this.problems.duplicateLabel(label, this.revisions.get(declared), revision);
			}
		}
	}

	private Integer number(Revision revision) {
		Integer number = this.ids.get(revision.id());
		if (number == null) {
			throw new IllegalStateException(revision.id() + " is not registered");
		}
		return number;
	}

	private int[] downRevisions(int number) {
		Revision revision = this.revisions.get(number);
		Set<Integer> found = new LinkedHashSet<>();
		for (String name : revision.downRevisions()) {
			Integer parent = this.ids.get(name);
			Integer labelled = this.labels.get(name);
			if (parent != null) {
				found.add(parent);
			}
			else if (labelled != null) {
				this.problems.labelAsDownRevision(revision, name, this.revisions.get(labelled));
			}
			else {
				this.problems.missingDownRevision(revision, name, this.ids.keySet());
			}
		}
		return withoutItself(number, found, REVISES);
	}

	private int[] dependencies(int number) {
		Revision revision = this.revisions.get(number);
		Set<Integer> found = new LinkedHashSet<>();
		for (String name : revision.dependsOn()) {
			Integer parent = revisionNamed(name);
			if (parent != null) {
				found.add(parent);
			}
			else {
				Set<String> names = new LinkedHashSet<>(this.ids.keySet());
				names.addAll(this.labels.keySet());
				this.problems.missingDependency(revision, name, names);
			}
		}
		return withoutItself(number, found, DEPENDS_ON);
	}

	private @Nullable Integer revisionNamed(String name) {
		Integer byId = this.ids.get(name);
		return (byId != null) ? byId : this.labels.get(name);
	}

	private int[] withoutItself(int number, Set<Integer> found, String verb) {
		if (found.remove(number)) {
			this.problems.selfLoop(this.revisions.get(number), verb);
		}
		return found.stream().mapToInt(Integer::intValue).sorted().toArray();
	}

	private static int[] union(int[] down, int[] dependencies) {
		if (dependencies.length == 0) {
			return down;
		}
		int[] both = Arrays.copyOf(down, down.length + dependencies.length);
		System.arraycopy(dependencies, 0, both, down.length, dependencies.length);
		return Arrays.stream(both).sorted().distinct().toArray();
	}

	private void addCycle(int[] cycle, int[][] down) {
		List<Revision> members = new ArrayList<>();
		List<String> verbs = new ArrayList<>();
		for (int i = 0; i < cycle.length; i++) {
			int next = cycle[(i + 1) % cycle.length];
			members.add(this.revisions.get(cycle[i]));
			verbs.add((Arrays.binarySearch(down[cycle[i]], next) >= 0) ? REVISES : DEPENDS_ON);
		}
		this.problems.cycle(members, verbs);
	}

	private RevisionGraph graph(int[] order, int[][] down, int[][] all) {
		int[] place = new int[order.length];
		Revision[] ordered = new Revision[order.length];
		for (int i = 0; i < order.length; i++) {
			place[order[i]] = i;
			ordered[i] = this.revisions.get(order[i]);
		}
		this.ids.replaceAll((id, number) -> place[number]);
		this.labels.replaceAll((label, number) -> place[number]);
		return new RevisionGraph(List.of(ordered), new Names(this.ids, this.labels), edges(down, order, place),
				edges(all, order, place));
	}

	private static Edges edges(int[][] parents, int[] order, int[] place) {
		int[][] renumbered = new int[order.length][];
		for (int i = 0; i < order.length; i++) {
			renumbered[i] = Arrays.stream(parents[order[i]]).map((parent) -> place[parent]).sorted().toArray();
		}
		return new Edges(renumbered);
	}

}
