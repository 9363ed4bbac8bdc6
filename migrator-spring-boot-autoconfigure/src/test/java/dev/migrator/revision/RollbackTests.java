package dev.migrator.revision;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static dev.migrator.revision.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RollbackTests {

	private static final RevisionGraph FORK = graph("a", "b1 <- a", "c1 <- b1", "b2 <- a", "c2 <- b2");

	@Test
	void lastThatWereAppliedAreUndoneOfWhateverBranch() {
		Map<String, Long> when = Map.of("a", 1L, "b1", 2L, "b2", 3L, "c1", 4L, "c2", 5L);

		assertThat(planner(FORK).rollback(rows("c1", "c2"), 1, when)).hasSteps("c2").endsAt("c1", "b2");
		assertThat(planner(FORK).rollback(rows("c1", "c2"), 2, when)).hasSteps("c2", "c1").endsAt("b1", "b2");
		assertThat(planner(FORK).rollback(rows("c1", "c2"), 3, when)).hasSteps("c2", "c1", "b2").endsAt("b1");
		assertThat(planner(FORK).rollback(rows("c1", "c2"), 5, when)).hasSteps("c2", "c1", "b2", "b1", "a").endsAt();
	}

	@Test
	void mergePointIsUndoneLikeAnyOther() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2");

		assertThat(planner(graph).rollback(rows("m"), 2, Map.of("a", 1L, "b2", 2L, "b1", 3L, "m", 4L)))
			.hasSteps("m", "b1")
			.endsAt("b2");
	}

	@Test
	void whatStandsOnAnotherGoesFirstWhateverTheHistorySays() {
		RevisionGraph graph = graph("x", "y needs x");

		assertThat(planner(graph).rollback(rows("y"), 2, Map.of("y", 1L, "x", 2L))).hasSteps("y", "x").endsAt();
	}

	/**
	 * A stamp has one entry, for what it names.
	 */
	@Test
	void whatAStampBroughtAlongCameWithTheStamp() {
		Map<String, Long> when = Map.of("a", 1L, "b1", 2L, "c2", 3L, "c1", 4L);

		assertThat(planner(FORK).rollback(rows("c1", "c2"), 3, when)).hasSteps("c1", "c2", "b2").endsAt("b1");
	}

	@Test
	void withoutAHistoryTheOrderIsThatOfTheFiles() {
		assertThat(planner(FORK).rollback(rows("c1", "c2"), 3, Map.of())).hasSteps("c2", "b2", "c1").endsAt("b1");
	}

	@Test
	void lessThanOneIsRefused() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(FORK).rollback(rows("b1"), 0, Map.of()))
			.withMessage("`-s 0` is not a number of revisions.\n\nIt takes a number of 1 or more.");
	}

	@Test
	void moreThanThereAreIsRefused() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(FORK).rollback(rows("b1"), 3, Map.of()))
			.withMessage("""
					`-s 3` goes too far: only 2 revisions are applied.

					The furthest is -s 2.""");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(FORK).rollback(List.of(), 1, Map.of()))
			.withMessage("""
					Nothing is applied, so there is nothing to undo.

					`migrator current` shows what is applied.""");
	}

}
