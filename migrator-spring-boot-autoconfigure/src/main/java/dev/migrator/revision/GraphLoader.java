package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a graph from revisions in file order: numbers them, resolves the names that they
 * use, brings them into topological order, and collects all problems.
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
		for (int i = 0; i < this.revisions.size(); i++) {
			registerLabels(i);
		}
		int[][] down = new int[this.revisions.size()][];
		int[][] all = new int[this.revisions.size()][];
		for (int i = 0; i < down.length; i++) {
			down[i] = downRevisions(i);
			all[i] = withDependencies(i, down[i]);
		}
		TopologicalOrder order = TopologicalOrder.of(all);
		order.cycles().forEach((cycle) -> addCycle(cycle, down));
		this.problems.throwIfAny();
		return graph(order.order(), down, all);
	}

	private void register(Revision revision) {
		String fault = RevisionNames.faultOf(revision.id());
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

	private void registerLabels(int number) {
		Revision revision = this.revisions.get(number);
		for (String label : revision.branchLabels()) {
			String fault = RevisionNames.faultOf(label);
			Integer named = this.ids.get(label);
			Integer declared = this.labels.putIfAbsent(label, number);
			if (fault != null) {
				this.problems.illegalLabel(revision, label, fault);
			}
			else if (named != null) {
				this.problems.labelIsId(label, revision, this.revisions.get(named));
			}
			else if (declared != null && declared != number) {
				this.problems.duplicateLabel(label, this.revisions.get(declared), revision);
			}
		}
	}

	private int[] downRevisions(int number) {
		Revision revision = this.revisions.get(number);
		Parents parents = new Parents(revision.downRevisions().size());
		for (String name : revision.downRevisions()) {
			Integer parent = this.ids.get(name);
			Integer labelled = this.labels.get(name);
			if (parent != null && parent == number) {
				this.problems.selfLoop(revision, REVISES);
			}
			else if (parent != null) {
				parents.add(parent);
			}
			else if (labelled != null) {
				this.problems.labelAsDownRevision(revision, name, this.revisions.get(labelled));
			}
			else {
				this.problems.missingDownRevision(revision, name, this.ids.keySet());
			}
		}
		return parents.ascending();
	}

	private int[] withDependencies(int number, int[] down) {
		Revision revision = this.revisions.get(number);
		if (revision.dependsOn().isEmpty()) {
			return down;
		}
		Parents parents = new Parents(down.length + revision.dependsOn().size());
		for (int parent : down) {
			parents.add(parent);
		}
		for (String name : revision.dependsOn()) {
			Integer parent = this.ids.getOrDefault(name, this.labels.get(name));
			if (parent == null) {
				this.problems.missingDependency(revision, name, this.ids.keySet(), this.labels.keySet());
			}
			else if (parent == number) {
				this.problems.selfLoop(revision, DEPENDS_ON);
			}
			else {
				parents.add(parent);
			}
		}
		return parents.ascending();
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
			int[] of = parents[order[i]].clone();
			for (int k = 0; k < of.length; k++) {
				of[k] = place[of[k]];
			}
			Arrays.sort(of);
			renumbered[i] = of;
		}
		return new Edges(renumbered);
	}

	/**
	 * Collects the parents of one revision. Most revisions have one parent, so this is
	 * not a set.
	 */
	private static final class Parents {

		private final int[] numbers;

		private int count;

		Parents(int most) {
			this.numbers = new int[most];
		}

		void add(int number) {
			this.numbers[this.count++] = number;
		}

		int[] ascending() {
			if (this.count < 2) {
				return Arrays.copyOf(this.numbers, this.count);
			}
			return Arrays.stream(this.numbers, 0, this.count).sorted().distinct().toArray();
		}

	}

}
