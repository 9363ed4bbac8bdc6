package dev.migrator.benchmarks;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.revision.Planner;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;

/**
 * How long it takes to make a graph of revisions, and a plan from it.
 */
class PlanningBenchmark {

	void run() throws Exception {
		System.out.println("\n| graph | revisions | load | upgrade heads from base | with nothing pending |");
		System.out.println("|---|---|---|---|---|");
		for (int size : new int[] { 25_000, 50_000, 100_000 }) {
			measure("line", line(size));
		}
		measure("10,000 diamonds", diamonds(10_000));
	}

	private static void measure(String name, List<Revision> revisions) throws Exception {
		Measurement load = Measurement.of(10, 15, () -> RevisionGraph.of(revisions));
		RevisionGraph graph = RevisionGraph.of(revisions);
		Planner planner = new Planner(graph);
		Measurement plan = Measurement.of(10, 15, () -> planner.upgrade(List.of(), "heads"));
		Measurement nothing = Measurement.of(10, 15, () -> planner.upgrade(graph.heads(), "heads"));
		System.out.printf("| %s | %d | %s | %s | %s |%n", name, revisions.size(), load, plan, nothing);
	}

	private static List<Revision> line(int size) {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			revisions.add(revision("r" + i, (i == 0) ? List.of() : List.of("r" + (i - 1))));
		}
		return revisions;
	}

	private static List<Revision> diamonds(int size) {
		List<Revision> revisions = new ArrayList<>();
		revisions.add(revision("m0", List.of()));
		for (int i = 1; i <= size; i++) {
			revisions.add(revision("a" + i, List.of("m" + (i - 1))));
			revisions.add(revision("b" + i, List.of("m" + (i - 1))));
			revisions.add(revision("m" + i, List.of("a" + i, "b" + i)));
		}
		return revisions;
	}

	private static Revision revision(String id, List<String> down) {
		return new Revision(id, down, List.of(), List.of(), "", id + ".sql");
	}

}
