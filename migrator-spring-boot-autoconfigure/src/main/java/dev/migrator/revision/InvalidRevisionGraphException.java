package dev.migrator.revision;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when revisions do not form a graph, with all their problems.
 */
public class InvalidRevisionGraphException extends MigratorException {

	private final transient List<GraphProblem> problems;

	InvalidRevisionGraphException(List<GraphProblem> problems) {
		super(describe(problems),
				problems.stream().map(GraphProblem::action).distinct().collect(Collectors.joining("\n")));
		this.problems = problems;
	}

	private static String describe(List<GraphProblem> problems) {
		if (problems.size() == 1) {
			return problems.get(0).description();
		}
		return problems.stream()
			.map((problem) -> "  - " + problem.description().replace("\n", "\n    "))
			.collect(Collectors.joining("\n",
					"The revisions do not form a graph, for " + problems.size() + " reasons:\n\n", ""));
	}

	/**
	 * Returns the problems, in the order in which they were found.
	 * @return the problems, at least one
	 */
	public List<GraphProblem> problems() {
		return this.problems;
	}

}
