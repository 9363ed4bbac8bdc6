package dev.migrator.revision;

import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static dev.migrator.revision.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DowngradeTests {

	private static final RevisionGraph LINE = graph("a", "b <- a", "c <- b", "d <- c", "e <- d");

	private static final RevisionGraph FORK = graph("a1", "b1 <- a1", "c1 <- b1 as one", "d1 <- c1", "c2 <- b1 as two",
			"d2 <- c2", "z1 as zed", "z2 <- z1 needs c2");

	@Test
	void undoesWhatStandsOnTheTarget() {
		assertThat(planner(LINE).downgrade(rows("e"), "c")).hasSteps("e", "d").passes("d", "c");
	}

	@Test
	void baseUndoesEverything() {
		assertThat(planner(FORK).downgrade(rows("d1", "d2", "z2"), "base"))
			.hasSteps("z2", "z1", "d2", "c2", "d1", "c1", "b1", "a1")
			.endsAt();
	}

	@Test
	void doesNothingWhereTheDatabaseIsAtTheTarget() {
		assertThat(planner(LINE).downgrade(rows("c"), "c")).hasNoSteps().endsAt("c");
		assertThat(planner(LINE).downgrade(rows("e"), "head")).hasNoSteps().endsAt("e");
		assertThat(planner(LINE).downgrade(rows(), "base")).hasNoSteps().endsAt();
		assertThat(planner(FORK).downgrade(rows("c2"), "one@base")).hasSteps("c2", "b1", "a1");
		assertThat(planner(FORK).downgrade(rows("c2"), "zed@base")).hasNoSteps().endsAt("c2");
	}

	@Test
	void aTargetThatIsNotAppliedIsRefused() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(LINE).downgrade(rows("b"), "d"))
			.withMessage("""
					The database cannot be downgraded to d (d.sql), which is not applied.

					`migrator current` shows what is applied. To go up, upgrade to d.""");
	}

	@Test
	void downgradeOfOneBranchLeavesTheOtherApplied() {
		RevisionGraph graph = graph("a", "b <- a", "c1 <- b as one", "c2 <- b as two");

		assertThat(planner(graph).downgrade(rows("c1", "c2"), "one@b")).hasSteps("c1").endsAt("c2");
	}

	@Test
	void aRevisionDenotesItsBranchToo() {
		assertThat(planner(FORK).downgrade(rows("c1", "d2"), "d1@b1")).hasSteps("c1").endsAt("d2");
		assertThat(planner(FORK).downgrade(rows("c1", "d2"), "c2@b1")).hasSteps("d2", "c2").endsAt("c1");
	}

	@Test
	void aForkWithoutABranchUndoesAllBranches() {
		assertThat(planner(FORK).downgrade(rows("d1", "d2", "z2"), "b1")).hasSteps("z2", "d2", "c2", "d1", "c1")
			.endsAt("b1", "z1");
	}

	@Test
	void dependentsInOtherBranchesGoToo() {
		assertThat(planner(FORK).downgrade(rows("d1", "z2"), "two@b1")).hasSteps("z2", "c2").endsAt("d1", "z1");
	}

	@Test
	void whatADependentStillNeedsStays() {
		assertThat(planner(FORK).downgrade(rows("d1", "d2", "z2"), "c2")).hasSteps("d2").endsAt("d1", "z2");
		assertThat(planner(FORK).downgrade(rows("d1", "d2", "z2"), "zed@base")).hasSteps("z2", "z1").endsAt("d1", "d2");
	}

	@Test
	void aBranchIsUndoneDownToItsOwnBase() {
		RevisionGraph graph = graph("a1", "b1 <- a1 as one", "a2", "b2 <- a2 as two");

		assertThat(planner(graph).downgrade(rows("b1", "b2"), "one@base")).hasSteps("b1", "a1").endsAt("b2");
	}

	@Test
	void theBaseOfABranchIsThatOfItsWholeLine() {
		assertThat(planner(FORK).downgrade(rows("d1", "d2", "z2"), "one@base"))
			.hasSteps("z2", "d2", "c2", "d1", "c1", "b1", "a1")
			.endsAt("z1");
	}

	@Test
	void aMergePointLeavesTheRowsItUnited() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2", "c2 <- b2", "d1 <- c1, c2",
				"d2 <- c2");

		assertThat(planner(graph).downgrade(rows("d2", "d1"), "b1")).hasSteps("d1", "c1").passes("d2 c1", "d2 b1");
	}

	@Test
	void aRowThatADependencyImpliesDoesNotComeBack() {
		RevisionGraph graph = graph("a1", "a2 <- a1", "a3 <- a2", "b1", "b2 <- b1 needs a3", "b3 <- b2",
				"b4 <- b3 needs a3");

		assertThat(planner(graph).downgrade(rows("b4"), "b3")).hasSteps("b4").endsAt("b3");
	}

	@Test
	void crossingDependenciesAreUndoneInOrder() {
		RevisionGraph graph = graph("a1", "a2 <- a1", "b1", "a3 <- a2 needs b1", "b2 <- b1 needs a2", "b3 <- b2");

		assertThat(planner(graph).downgrade(rows("a3", "b2"), "b1")).hasSteps("b2").endsAt("a3");
	}

	@Test
	void aRowThatWasImpliedComesBackWhenItsDependentGoes() {
		RevisionGraph graph = graph("a1", "a2", "a3", "b1 <- a1", "b2 <- a2", "amerge <- a1, a2, a3",
				"bmerge <- b1, b2", "d1 needs a3, b2");

		assertThat(planner(graph).downgrade(rows("amerge", "bmerge", "d1"), "b2")).hasSteps("bmerge")
			.endsAt("amerge", "b1", "d1");
		assertThat(planner(graph).downgrade(rows("amerge", "b1", "d1"), "d1@base")).hasSteps("d1")
			.endsAt("amerge", "b1", "b2");
	}

	@Test
	void redundantEdgesNeverLeaveASuperfluousRow() {
		RevisionGraph graph = graph("r0", "r1 <- r0", "r2 <- r1 needs r0");

		assertThat(planner(graph).downgrade(rows("r2"), "r0")).hasSteps("r2", "r1").passes("r1", "r0");
	}

	@Test
	void superfluousRowsGoWithTheFirstStepUnlessTheyAreWhereItEnds() {
		assertThat(planner(LINE).downgrade(rows("a", "b", "c", "d"), "b")).hasSteps("d", "c")
			.passes("c", "b")
			.removes("d", "a", "b", "c")
			.adds("b");
		assertThat(planner(LINE).downgrade(rows("c", "d"), "c")).hasSteps("d").removes("d").adds();
	}

	@Test
	void aBranchThatIsNotAboveTheTargetIsRefused() {
		RevisionGraph graph = graph("a as all", "b <- a", "c1 <- b", "c2 <- b");

		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("c1", "c2"), "all@b"))
			.withMessage("""
					Branch all cannot be undone down to b: it is a (a.sql), which is not above it.

					To undo one of those that are, downgrade to:
					    c1@b
					    c2@b""");
	}

	@Test
	void aTargetOnWhichOnlyDependentsStandSaysSo() {
		RevisionGraph graph = graph("x", "y", "z <- y needs x");

		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("z"), "x"))
			.withMessage("""
					Nothing that follows x (x.sql) is applied, so there is nothing to undo. \
					The revisions above it only depend on it: z.

					To undo that too, downgrade to:
					    z-1""");
	}

	@Test
	void severalHeadsAreRefused() {
		assertThatExceptionOfType(MultipleHeadsException.class)
			.isThrownBy(() -> planner(FORK).downgrade(rows("d1", "d2"), "heads"))
			.withMessageContaining("For one of them:\n    one@head\n    two@head");
	}

}
