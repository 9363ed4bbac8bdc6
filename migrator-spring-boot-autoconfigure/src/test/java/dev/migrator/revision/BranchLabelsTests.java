package dev.migrator.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A label holds along its branch.
 */
class BranchLabelsTests {

	@Test
	void aLabelHoldsForAllThatFollows() {
		RevisionGraph graph = graph("a", "b1 <- a as one", "b2 <- b1", "c1 <- a as two, too", "c2 <- c1");

		assertThat(graph.branchLabels()).containsEntry("a", List.of())
			.containsEntry("b1", List.of("one"))
			.containsEntry("b2", List.of("one"))
			.containsEntry("c1", List.of("two", "too"))
			.containsEntry("c2", List.of("two", "too"));
	}

	@Test
	void aLabelThatIsDeclaredLateHoldsDownToWhereItsBranchBegins() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- b1", "b3 <- b2 as one", "c <- a");

		assertThat(graph.branchLabels()).containsEntry("a", List.of())
			.containsEntry("b1", List.of("one"))
			.containsEntry("b2", List.of("one"))
			.containsEntry("c", List.of());
	}

	@Test
	void aMergeIsOnAllOfItsBranchesInTheOrderOfTheirLabels() {
		RevisionGraph graph = graph("a", "b <- a as one", "c <- a as two", "m <- c, b", "n <- m as three");

		assertThat(graph.branchLabels()).containsEntry("m", List.of("one", "two"))
			.containsEntry("n", List.of("one", "two", "three"))
			.containsEntry("b", List.of("one"));
	}

	@Test
	void aDependencyIsNoBranch() {
		RevisionGraph graph = graph("a as one", "x needs a", "y <- x");

		assertThat(graph.branchLabels()).containsEntry("x", List.of()).containsEntry("y", List.of());
	}

	@Test
	void aGraphWithOneBranchMayHaveOneLabelForAll() {
		assertThat(graph("a", "b <- a", "c <- b as app").branchLabels().values()).containsOnly(List.of("app"));
	}

}
