package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.testing.property.Generator;

/**
 * Random acyclic graphs: several bases, merges, redundant edges, dependencies by id and
 * by label, and files in any order.
 */
public final class RandomGraphs {

	private RandomGraphs() {
	}

	public static Generator<List<Revision>> inAnyOrder() {
		Generator<Integer> numbers = Generator.integers(0, 1000);
		Generator<List<Integer>> down = numbers.list(0, 3);
		Generator<List<Integer>> needs = numbers.list(0, 2);
		Generator<Node> nodes = (random) -> new Node(down.next(random), needs.next(random), random.oneIn(3),
				numbers.next(random));
		return nodes.list(0, 14).map(RandomGraphs::revisions);
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
