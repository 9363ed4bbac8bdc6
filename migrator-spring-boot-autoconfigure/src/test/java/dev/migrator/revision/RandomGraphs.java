package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random acyclic graphs: several bases, merges, redundant edges, dependencies by id and
 * by label, and files in any order.
 */
public final class RandomGraphs {

	private RandomGraphs() {
	}

	public static Arbitrary<List<Revision>> inAnyOrder() {
		Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1000);
		Arbitrary<List<Integer>> down = numbers.list().ofMaxSize(3);
		Arbitrary<List<Integer>> needs = numbers.list().ofMaxSize(2);
		Arbitrary<Boolean> labelled = Arbitraries.of(true, false, false);
		return Combinators.combine(down, needs, labelled, numbers)
			.as(Node::new)
			.list()
			.ofMaxSize(14)
			.map(RandomGraphs::revisions);
	}

	private static List<Revision> revisions(List<Node> nodes) {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			revisions.add(nodes.get(i).revision(i, nodes));
		}
		List<Integer> files = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			files.add(i);
		}
		files.sort(Comparator.comparing((file) -> nodes.get(file).file()));
		return files.stream().map(revisions::get).toList();
	}

	private record Node(List<Integer> down, List<Integer> needs, boolean labelled, int file) {

		Revision revision(int number, List<Node> nodes) {
			Set<String> downRevisions = new LinkedHashSet<>();
			Set<String> dependsOn = new LinkedHashSet<>();
			if (number > 0) {
				this.down.forEach((parent) -> downRevisions.add("r" + parent % number));
				this.needs.forEach((parent) -> dependsOn.add(nameOf(parent % number, nodes)));
			}
			return new Revision("r" + number, List.copyOf(downRevisions), List.copyOf(dependsOn),
					this.labelled ? List.of("branch" + number) : List.of(), "", number + ".sql");
		}

		private static String nameOf(int number, List<Node> nodes) {
			return (nodes.get(number).labelled() ? "branch" : "r") + number;
		}

	}

}
