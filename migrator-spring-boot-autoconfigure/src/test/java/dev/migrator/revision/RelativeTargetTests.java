package dev.migrator.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static dev.migrator.revision.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RelativeTargetTests {

	private static final RevisionGraph LINE = graph("a", "b <- a", "c <- b", "d <- c", "e <- d");

	private static final RevisionGraph FORK = graph("a", "b <- a", "c1 <- b as one", "d1 <- c1", "c2 <- b as two",
			"d2 <- c2");

	private static final RevisionGraph FOREST = graph("a1", "b1 <- a1 as one", "a2", "b2 <- a2 as two");

	@Test
	void upgradeCountsFromTheDatabaseOrFromARevision() {
		assertThat(planner(LINE).upgrade(rows("a"), "+2")).hasSteps("b", "c");
		assertThat(planner(LINE).upgrade(rows(), "+2")).hasSteps("a", "b");
		assertThat(planner(LINE).upgrade(rows("a"), "b+2")).hasSteps("b", "c", "d");
		assertThat(planner(LINE).upgrade(rows("a"), "d-2")).hasSteps("b");
		assertThat(planner(LINE).upgrade(rows(), "base+2")).hasSteps("a", "b");
		assertThat(planner(LINE).upgrade(rows(), "head-1")).hasSteps("a", "b", "c", "d");
		assertThat(planner(LINE).upgrade(rows("d"), "a+1")).hasNoSteps();
	}

	@Test
	void downgradeCountsFromTheDatabaseOrFromARevision() {
		assertThat(planner(LINE).downgrade(rows("d"), "-1")).hasSteps("d").endsAt("c");
		assertThat(planner(LINE).downgrade(rows("d"), "-4")).hasSteps("d", "c", "b", "a").endsAt();
		assertThat(planner(LINE).downgrade(rows("d"), "a+2")).hasSteps("d").endsAt("c");
		assertThat(planner(LINE).downgrade(rows("d"), "c-2")).hasSteps("d", "c", "b").endsAt("a");
		assertThat(planner(LINE).downgrade(rows("e"), "head-1")).hasSteps("e").endsAt("d");
	}

	@Test
	void upgradeOfABranchBeginsWhereItForks() {
		assertThat(planner(FORK).upgrade(rows("c1"), "two@+1")).hasSteps("c2").endsAt("c1", "c2");
		assertThat(planner(FORK).upgrade(rows("c1", "c2"), "two@+1")).hasSteps("d2").endsAt("c1", "d2");
		assertThat(planner(FORK).upgrade(rows(), "one@+3")).hasSteps("a", "b", "c1").endsAt("c1");
		assertThat(planner(FORK).upgrade(rows("b"), "two@head-1")).hasSteps("c2").endsAt("c2");
		assertThat(planner(FORK).upgrade(rows(), "two@base+3")).hasSteps("a", "b", "c2").endsAt("c2");
	}

	@Test
	void upgradeOfABranchThatOthersDependOnBeginsAtWhatIsApplied() {
		RevisionGraph graph = graph("x1 as x", "x2 <- x1", "x3 <- x2", "y needs x2");

		assertThat(planner(graph).upgrade(rows("y"), "x@+1")).hasSteps("x3").endsAt("x3", "y");
	}

	@Test
	void downgradeOfABranchCountsFromItsOwnRow() {
		assertThat(planner(FORK).downgrade(rows("d1", "d2"), "one@-1")).hasSteps("d1").endsAt("c1", "d2");
		assertThat(planner(FORK).downgrade(rows("d1", "d2"), "two@-2")).hasSteps("d2", "c2").endsAt("d1");
		assertThat(planner(FORK).downgrade(rows("d2", "d1"), "two@base+2")).hasSteps("d2", "c2").endsAt("d1");
		assertThat(planner(FORK).downgrade(rows("d2", "d1"), "two@base+3")).hasSteps("d2").endsAt("d1", "c2");
		assertThat(planner(FORK).downgrade(rows("c1", "d2"), "d2-1")).hasSteps("d2").endsAt("c1", "c2");
		assertThat(planner(FORK).downgrade(rows("d1", "d2"), "base+2")).hasSteps("d2", "c2", "d1", "c1").endsAt("b");
	}

	@Test
	void downgradeOfABranchThatOthersDependOnCountsFromItsLastRevision() {
		RevisionGraph graph = graph("x1 as x", "x2 <- x1", "y1", "y2 <- y1 needs x1");

		assertThat(planner(graph).downgrade(rows("x2", "y2"), "x@-1")).hasSteps("x2").endsAt("y2");
		assertThat(planner(graph).downgrade(rows("y2"), "x@-1")).hasSteps("y2", "x1").endsAt("y1");
	}

	@Test
	void downgradeOfABranchWithNothingOfItsOwnIsRefusedWhereItsBeginningIsNeeded() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(FORK).downgrade(rows("c2"), "one@-1"))
			.withMessageContaining("`one@-1` counts down from what is applied, but nothing is applied on branch one.");
	}

	/**
	 * Alembic undoes whichever row the database returns first.
	 */
	@Test
	void minusOneFromSeveralRowsNamesTheChoices() {
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(FORK).downgrade(rows("d2", "c1"), "-1"))
			.withMessage("""
					`-1` is ambiguous: the database is at c1, d2.

					Give one of these targets:
					    c1@-1
					    d2@-1""")
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("c1@-1", "d2@-1"));
		assertThat(planner(FORK).downgrade(rows("d2", "c1"), "d2@-1")).hasSteps("d2").endsAt("c1", "c2");
	}

	@Test
	void plusOneFromSeveralRowsNamesTheChoices() {
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(FORK).upgrade(rows("c2", "c1"), "+1"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("c1+1", "c2+1"));
	}

	@Test
	void aForkOnTheWayUpNamesTheChoices() {
		assertThatExceptionOfType(AmbiguousTargetException.class).isThrownBy(() -> planner(FORK).upgrade(rows(), "a+3"))
			.withMessage("""
					`a+3` is ambiguous: 2 revisions follow b.

					Give one of these targets:
					    c1+1
					    c2+1""");
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(FOREST).upgrade(rows(), "+1"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("a1", "a2"));
	}

	@Test
	void whereAllWaysDoTheSameNothingIsAmbiguous() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2", "n <- m");

		assertThat(planner(graph).downgrade(rows("m"), "-1")).hasSteps("m").endsAt("b1", "b2");
		assertThat(planner(graph).downgrade(rows("n"), "-2")).hasSteps("n", "m").endsAt("b1", "b2");
		assertThat(planner(graph).downgrade(rows("n"), "m-1")).hasSteps("n", "m").endsAt("b1", "b2");
		assertThat(planner(graph).downgrade(rows("n"), "-4")).hasSteps("n", "m", "b2", "b1", "a").endsAt();
		assertThat(planner(graph).downgrade(rows("m"), "m-2")).hasSteps("m", "b2", "b1").endsAt("a");
		assertThat(planner(graph).upgrade(rows("a"), "+2")).hasSteps("b1", "b2", "m").endsAt("m");
		assertThat(planner(graph).upgrade(rows(), "base+4")).hasSteps("a", "b1", "b2", "m", "n").endsAt("n");
		assertThat(planner(graph).upgrade(rows("b1", "b2"), "+1")).hasSteps("m").endsAt("m");
		assertThat(planner(graph).upgrade(rows("b1", "b2"), "+2")).hasSteps("m", "n").endsAt("n");
		assertThat(planner(FORK).downgrade(rows("c1", "c2"), "-2")).hasSteps("c2", "c1", "b").endsAt("a");
		assertThat(planner(graph).stamp(rows("n"), List.of("n-3"))).endsAt("a");
		assertThat(planner(graph).locate(rows("m"), "-2")).extracting(Revision::id).containsExactly("a");
	}

	@Test
	void aMergePointOnTheWayDownNamesTheChoices() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("m"), "-2"))
			.withMessage("""
					`-2` is ambiguous: m follows 2 revisions.

					Give one of these targets:
					    b1@-2
					    b2@-2""");
		assertThat(planner(graph).downgrade(rows("m"), "b1@-2")).hasSteps("m", "b1").endsAt("b2");
		assertThat(planner(graph).downgrade(rows("m"), "m@b1")).hasSteps("m").endsAt("b1", "b2");
	}

	@Test
	void waysThatMeetAgainAreNoChoice() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2", "x <- m", "y <- m");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows("a"), "+3"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("x", "y"));
	}

	@Test
	void wayThatIsTooShortIsNoChoice() {
		RevisionGraph graph = graph("a", "b <- a", "c <- b", "short", "m <- c, short");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("m"), "-3"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("c@-3"));
		assertThat(planner(graph).downgrade(rows("m"), "c@-3")).hasSteps("m", "c", "b").endsAt("a", "short");
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("m"), "-2"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("c@-2", "short@-2"));
		assertThat(planner(graph).downgrade(rows("m"), "short@-2")).hasSteps("m", "short").endsAt("c");
	}

	@Test
	void ofWaysThatDoTheSameOneIsNamed() {
		RevisionGraph graph = graph("a", "b", "m <- a, b", "short");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows(), "base+2"))
			.withMessage("""
					`base+2` is ambiguous: there are 3 bases.

					Give one of these targets:
					    a+1""");
	}

	@Test
	void choiceIsNeverWhatWasAskedFor() {
		RevisionGraph graph = graph("a", "b <- a as one", "c <- b", "d <- c", "m <- b, d");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("m"), "b@-5"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("m@d-4"));
		assertThat(planner(graph).downgrade(rows("m"), "m@d-4")).hasSteps("m", "d", "c", "b", "a").endsAt();
	}

	@Test
	void theFurthestIsAlwaysPossible() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "a2", "b2 <- a2", "m <- b1, b2", "n <- m");

		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("n"), "-99"))
			.withMessage("""
					`-99` goes too far: there are only 4 steps below n.

					The furthest is n@base.""");
		assertThat(planner(graph).downgrade(rows("n"), "n@base")).endsAt();
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(FORK).upgrade(rows("b"), "+99"))
			.withMessageEndingWith("The furthest are d1, d2.");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner(FOREST).upgrade(rows(), "+99"))
			.withMessageEndingWith("The furthest are b1, b2.");
	}

	@Test
	void choicesAreInTheOrderOfTheGraph() {
		RevisionGraph graph = graph("m <- b2, b1", "b2 <- x", "b1", "x");

		assertThatExceptionOfType(AmbiguousTargetException.class).isThrownBy(() -> graph.resolve("m-1"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("b2", "b1"));
		assertThat(graph.revisions()).extracting(Revision::id).containsExactly("x", "b2", "b1", "m");
	}

	/**
	 * Alembic calls this walk ambiguous although the branch was named.
	 */
	@Test
	void aBranchLeadsThroughAMergePoint() {
		RevisionGraph graph = graph("a", "b1 <- a as one", "b2 <- a", "m <- b1, b2");

		assertThat(planner(graph).downgrade(rows("m"), "one@-1")).hasSteps("m").endsAt("b1", "b2");
	}

	/**
	 * Alembic answers some of these with an assertion error.
	 */
	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "+4, +3", "c+9, c+2", "e+1, none", "e-6, e-5", "base+6, base+5",
			"base-1, none", "head+1, none", "+999999999, +3" })
	void goingTooFarUpIsAnErrorThatSaysHowFarItGoes(String target, @Nullable String furthest) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(LINE).upgrade(rows("b"), target))
			.withMessageContaining("`" + target + "` goes too far")
			.withMessageContaining(
					(furthest != null) ? "The furthest is " + furthest + "." : "Count from another revision");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "-3, -2", "c-4, c-3", "a@-3, a@-2", "d+9, d+1", "base-1, none" })
	void goingTooFarDownIsAnErrorThatSaysHowFarItGoes(String target, @Nullable String furthest) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(LINE).downgrade(rows("b"), target))
			.withMessageContaining("`" + target + "` goes too far")
			.withMessageContaining(
					(furthest != null) ? "The furthest is " + furthest + "." : "Count from another revision");
	}

	@Test
	void fromSeveralRowsOnlyWhatIsLongEnoughIsAChoice() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2");

		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("c1", "b2"), "-3"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("c1@-3"));
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows("a1", "b2"), "+2"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("a1+2"));
	}

	@Test
	void goingTooFarFromEachOfSeveralRowsSaysHowFarEachGoes() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2");

		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).downgrade(rows("c1", "b2"), "-99"))
			.withMessage("""
					`-99` goes too far from every place where it can begin: the database is at c1, b2.

					The furthest is:
					    c1@-3
					    b2@-2""");
		assertThat(planner(graph).downgrade(rows("c1", "b2"), "c1@-3")).hasSteps("c1", "b1", "a1").endsAt("b2");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows("a1", "b2"), "+99"))
			.withMessage("""
					`+99` goes too far from every place where it can begin: the database is at a1, b2.

					The furthest is:
					    a1+2""");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows("c1", "b2"), "+1"))
			.withMessage("""
					`+1` goes too far from every place where it can begin: the database is at c1, b2.

					Count from another revision. `migrator history` lists all revisions.""");
	}

	/**
	 * Alembic takes down every branch of the database.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "a1-1", "b1-2", "one@-2", "b1@-2" })
	void aWalkThatEndsOnBaseUndoesOnlyItsOwnBranch(String target) {
		assertThat(planner(FOREST).downgrade(rows("b1", "b2"), target)).hasSteps("b1", "a1").endsAt("b2");
	}

	@Test
	void aWalkFromTheOnlyRowLeavesWhatItDependsOn() {
		RevisionGraph graph = graph("x", "y1", "y2 <- y1 needs x");

		assertThat(planner(graph).downgrade(rows("y2"), "-2")).hasSteps("y2", "y1").endsAt("x");
	}

	/**
	 * Alembic refuses a branch that is declared at or below the end of the walk.
	 */
	@Test
	void aWalkDownABranchUndoesWhatItPassed() {
		RevisionGraph graph = graph("a", "b <- a as both", "c1 <- b", "c2 <- b");

		assertThat(planner(graph).downgrade(rows("c1"), "both@-1")).hasSteps("c1").endsAt("b");
	}

	@Test
	void theWrongDirectionIsRefused() {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner(LINE).upgrade(rows("b"), "-1"))
			.withMessageContaining("To go down, downgrade to -1.");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(LINE).downgrade(rows("b"), "+1"))
			.withMessageContaining("To go up, upgrade to +1.");
	}

	@Test
	void nothingIsBelowAnEmptyDatabase() {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner(LINE).downgrade(rows(), "-1"))
			.withMessageContaining("nothing is applied.");
	}

	@Test
	void showTakesRelativeTargets() {
		assertThat(planner(FORK).locate(rows("c1"), "+1")).extracting(Revision::id).containsExactly("d1");
		assertThat(planner(FORK).locate(rows("c1"), "-1")).extracting(Revision::id).containsExactly("b");
		assertThat(planner(FORK).locate(rows("c1"), "two@head-1")).extracting(Revision::id).containsExactly("c2");
		assertThat(planner(FORK).locate(rows("c1"), "base")).isEmpty();
		assertThat(planner(FORK).locate(rows("c1"), "heads")).extracting(Revision::id).containsExactly("d1", "d2");
		assertThat(planner(FORK).locate(rows("d2", "c1"), "current")).extracting(Revision::id)
			.isEqualTo(List.of("c1", "d2"));
	}

}
