package dev.migrator.revision;

import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static dev.migrator.revision.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StampTests {

	private static final RevisionGraph FORK = graph("a1", "b1 <- a1", "c1 <- b1 as one", "d1 <- c1", "c2 <- b1 as two",
			"d2 <- c2", "z1 as zed", "z2 <- z1 needs c2");

	@Test
	void replacesTheRowsOnTheLineOfTheTarget() {
		assertThat(stamp(rows("a1"), "c1", "d2")).endsAt("c1", "d2");
		assertThat(stamp(rows("d1", "d2", "z2"), "b1")).endsAt("b1");
		assertThat(stamp(rows("d1", "c2"), "b1")).removes("d1", "c2").adds("b1");
	}

	@Test
	void dependentsAreOnTheLine() {
		assertThat(stamp(rows("d1", "z2"), "c2")).endsAt("d1", "c2");
		assertThat(stamp(rows("c1", "c2"), "zed@head")).endsAt("c1", "z2");
	}

	@Test
	void otherBranchesKeepTheirRows() {
		assertThat(stamp(rows("z2"), "d2")).endsAt("z2", "d2");
		assertThat(stamp(rows("d1", "c2"), "two@head")).removes("c2").adds("d2").endsAt("d1", "d2");
	}

	@Test
	void baseTakesAllRowsAndThatOfABranchItsOwn() {
		assertThat(stamp(rows("d1", "d2", "z2"), "base")).removes("d1", "d2", "z2").endsAt();
		assertThat(stamp(rows("d1", "d2", "z2"), "one@base")).removes("d1").endsAt("d2", "z2");
	}

	@Test
	void theBaseOfABranchTakesItsDependentsToo() {
		assertThat(stamp(rows("d1", "z2"), "two@base")).removes("z2").endsAt("d1");
	}

	@Test
	void whatIsStampedAlreadyIsStampedAgainWithoutAChangeOfRows() {
		assertThat(stamp(rows("d1", "d2"), "d1")).removes().adds().endsAt("d1", "d2");
		Assertions.assertThat(stamp(rows("d1", "d2"), "d1").steps())
			.singleElement()
			.extracting(Step::stamped)
			.isEqualTo(List.of("d1"));
		assertThat(stamp(rows(), "base")).hasNoSteps().endsAt();
	}

	@Test
	void headsAreAllHeads() {
		assertThat(stamp(rows(), "heads")).adds("d1", "d2", "z2");
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> stamp(rows(), "head"))
			.withMessageContaining("For all of them: heads.");
	}

	/**
	 * Alembic writes a row for each of them.
	 */
	@Test
	void aTargetBelowAnotherIsImplied() {
		assertThat(stamp(rows(), "b1", "d1")).adds("d1").endsAt("d1");
		assertThat(stamp(rows("c1"), "d1", "b1")).endsAt("d1");
	}

	@Test
	void superfluousRowsGo() {
		assertThat(stamp(rows("a1", "d1"), "d2")).removes("a1").adds("d2").endsAt("d1", "d2");
	}

	@Test
	void relativeTargetsCountFromTheDatabase() {
		assertThat(stamp(rows("c1"), "-1")).removes("c1").adds("b1");
		assertThat(stamp(rows("c1"), "+1")).removes("c1").adds("d1");
		assertThat(stamp(rows("c1", "z1"), "one@-3")).removes("c1").adds().endsAt("z1");
		assertThat(stamp(rows("c1", "z1"), "d1-1")).removes().adds();
	}

	@Test
	void unknownRowsAreAnErrorUnlessTheyAreForgotten() {
		assertThatExceptionOfType(UnknownRowsException.class).isThrownBy(() -> stamp(rows("gone"), "d1"));
		assertThat(stamp(rows(), "d1")).endsAt("d1");
	}

	private static Plan stamp(List<String> rows, String... targets) {
		return planner(FORK).stamp(rows, List.of(targets));
	}

}
