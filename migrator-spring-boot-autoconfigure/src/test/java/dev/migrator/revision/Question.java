package dev.migrator.revision;

import java.util.List;

import dev.migrator.testing.property.Generator;

/**
 * A graph at random, and what one may ask of it.
 *
 * @param revisions the revisions, in the order of their files
 * @param rows the ids of up to four of them
 * @param ids the ids of up to four of them
 * @param target a target, which there may be or not
 */
record Question(List<Revision> revisions, List<String> rows, List<String> ids, String target) {

	private static final Generator<String> BRANCHES = Generator.of("", "", "", "branch1@", "branch2@", "r3@", "r1@");

	private static final Generator<String> SYMBOLS = Generator.of("", "head", "heads", "base", "r0", "r2", "r5",
			"branch1", "branch3");

	private static final Generator<String> OFFSETS = Generator.of("", "", "+1", "+2", "+5", "-1", "-2", "-5");

	static Generator<Question> atRandom() {
		Generator<List<Revision>> graphs = RandomGraphs.inAnyOrder();
		Generator<List<Integer>> picks = Generator.integers(0, 1000).list(0, 4);
		return (random) -> {
			List<Revision> revisions = graphs.next(random);
			return new Question(revisions, pick(revisions, picks.next(random)), pick(revisions, picks.next(random)),
					BRANCHES.next(random) + SYMBOLS.next(random) + OFFSETS.next(random));
		};
	}

	private static List<String> pick(List<Revision> revisions, List<Integer> numbers) {
		if (revisions.isEmpty()) {
			return List.of();
		}
		return numbers.stream().map((number) -> revisions.get(number % revisions.size()).id()).distinct().toList();
	}

	RevisionGraph graph() {
		return RevisionGraph.of(this.revisions);
	}

	/**
	 * The rows that stand for these and all that they stand on.
	 */
	List<String> versionRows() {
		return graph().versionRows(this.rows);
	}

	Planner planner() {
		return new Planner(graph());
	}

	Naive naive() {
		return new Naive(this.revisions);
	}

}
