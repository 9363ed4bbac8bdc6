package dev.migrator.revision;

import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static dev.migrator.revision.PlanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpgradeTests {

	private static final RevisionGraph LINE = graph("a", "b <- a", "c <- b", "d <- c", "e <- d");

	private static final RevisionGraph FORK = graph("a1", "b1 <- a1", "c1 <- b1 as one", "d1 <- c1", "c2 <- b1 as two",
			"d2 <- c2", "z1 as zed", "z2 <- z1 needs c2");

	@Test
	void appliesWhatIsMissingBelowTheTarget() {
		assertThat(planner(LINE).upgrade(rows(), "c")).hasSteps("a", "b", "c").endsAt("c");
		assertThat(planner(LINE).upgrade(rows("c"), "e")).hasSteps("d", "e").endsAt("e");
	}

	@Test
	void doesNothingWhereTheTargetIsApplied() {
		assertThat(planner(LINE).upgrade(rows("d"), "b")).hasNoSteps().endsAt("d");
		assertThat(planner(LINE).upgrade(rows("d"), "d")).hasNoSteps().endsAt("d");
		assertThat(planner(LINE).upgrade(rows("d"), "base")).hasNoSteps().endsAt("d");
	}

	@Test
	void doesNothingWithoutRevisions() {
		assertThat(planner(graph()).upgrade(rows(), "head")).hasNoSteps().endsAt();
		assertThat(planner(graph()).upgrade(rows(), "heads")).hasNoSteps().endsAt();
	}

	@Test
	void headsAreAllBranchesInTheOrderOfTheFiles() {
		assertThat(planner(FORK).upgrade(rows(), "heads")).hasSteps("a1", "b1", "c1", "d1", "c2", "d2", "z1", "z2")
			.endsAt("d1", "d2", "z2");
	}

	@Test
	void aFileBeforeWhatItFollowsWaitsForIt() {
		RevisionGraph graph = graph("c <- b", "a", "b <- a needs x", "x");

		assertThat(planner(graph).upgrade(rows(), "heads")).hasSteps("a", "x", "b", "c");
	}

	@Test
	void headOfABranchLeavesTheOthersAlone() {
		assertThat(planner(FORK).upgrade(rows(), "one@head")).hasSteps("a1", "b1", "c1", "d1").endsAt("d1");
	}

	@Test
	void dependenciesComeWithTheirBranch() {
		assertThat(planner(FORK).upgrade(rows(), "zed@head")).hasSteps("a1", "b1", "c2", "z1", "z2").endsAt("z2");
	}

	@Test
	void aDependencyMayBeALabel() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "c1 <- b1 as lib", "a2", "b2 <- a2", "c2 <- b2 needs lib");

		assertThat(planner(graph).upgrade(rows("a2"), "c2")).hasSteps("a1", "b1", "c1", "b2", "c2").endsAt("c2");
	}

	@Test
	void rowsBecomeOneAtAMergePoint() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a", "b3 <- a", "c1 <- b1, b2, b3", "c2 <- b1, b2, b3",
				"d1 <- c1", "d2 <- c2");

		assertThat(planner(graph).upgrade(rows("a"), "heads")).hasSteps("b1", "b2", "b3", "c1", "c2", "d1", "d2")
			.passes("b1", "b1 b2", "b1 b2 b3", "c1", "c1 c2", "d1 c2", "d1 d2");
	}

	@Test
	void aBranchBreaksOutOfAMergePointAgain() {
		RevisionGraph graph = graph("a1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2", "c2 <- b2", "a3", "b3 <- a3",
				"c3 <- b3", "d1 <- c1, c2, c3", "d2 <- c2", "d3 <- c3");

		assertThat(planner(graph).upgrade(rows("d3", "b2", "b1"), "d1")).hasSteps("c1", "c2", "d1").endsAt("d3", "d1");
		assertThat(planner(graph).upgrade(rows("d3", "d1"), "d2")).hasSteps("d2").endsAt("d3", "d2", "d1");
	}

	@Test
	void aBaseThatDependsOnABranchTakesItsRow() {
		RevisionGraph graph = graph("a1", "b1 needs a1", "bmerge <- a1, b1");

		assertThat(planner(graph).upgrade(rows("a1"), "b1")).hasSteps("b1").endsAt("b1");
		assertThat(planner(graph).upgrade(rows("b1"), "bmerge")).hasSteps("bmerge").endsAt("bmerge");
	}

	@Test
	void redundantEdgesLeaveOneRow() {
		RevisionGraph graph = graph("r0", "r1 <- r0", "r2", "r3 <- r1, r0 needs r2");
		assertThat(planner(graph).upgrade(rows(), "heads")).hasSteps("r0", "r1", "r2", "r3")
			.passes("r0", "r1", "r1 r2", "r3");

		RevisionGraph dependent = graph("z1", "z2 <- z1", "x needs z2", "y", "r <- x, y needs z1");
		assertThat(planner(dependent).upgrade(rows(), "heads")).hasSteps("z1", "z2", "x", "y", "r").endsAt("r");
	}

	@Test
	void namingAParentTwiceIsNamingItOnce() {
		RevisionGraph graph = graph("a", "b <- a, a needs a");

		assertThat(planner(graph).upgrade(rows(), "head")).hasSteps("a", "b").passes("a", "b");
	}

	@Test
	void superfluousRowsGoWithTheFirstStep() {
		Plan plan = planner(LINE).upgrade(rows("a", "c", "b"), "e");

		assertThat(plan).hasSteps("d", "e").passes("d", "e").removes("a", "b", "c", "d").adds("d", "e");
	}

	@Test
	void superfluousRowsStayWhereNothingIsToDo() {
		assertThat(planner(LINE).upgrade(rows("a", "e"), "head")).hasNoSteps().endsAt("a", "e");
	}

	@Test
	void theOrderOfTheRowsDoesNotMatter() {
		assertThat(planner(FORK).upgrade(rows("c1", "z1"), "heads"))
			.isEqualTo(planner(FORK).upgrade(rows("z1", "c1", "c1"), "heads"));
	}

	@Test
	void headIsRefusedWhereThereAreSeveral() {
		RevisionGraph graph = graph("a", "b <- a as one", "c <- a as two", "d <- c", "e <- a");

		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> planner(graph).upgrade(rows(), "head"))
			.satisfies((ex) -> {
				assertThat(ex.heads()).containsExactly("b", "d", "e");
				assertThat(ex.choices()).containsExactly("one@head", "two@head", "e");
				assertThat(ex.description()).isEqualTo("""
						`head` is ambiguous, there are 3 heads:
						    b (b.sql)
						    d (d.sql)
						    e (e.sql)""");
				assertThat(ex.action()).isEqualTo("""
						For all of them: heads.
						For one of them:
						    one@head
						    two@head
						    e
						To merge them: migrator merge b d e -m "merge heads\"""");
			});
	}

	@Test
	void aHeadIsOfferedByTheLabelNearestToIt() {
		RevisionGraph graph = graph("a", "b <- a as low", "c <- b as high", "z");

		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> planner(graph).upgrade(rows(), "head"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("high@head", "z"));
	}

	@Test
	void headOfABranchIsRefusedWhereItForks() {
		RevisionGraph graph = graph("a as all", "b <- a as one", "c <- a");

		assertThatExceptionOfType(MultipleHeadsException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows(), "all@head"))
			.withMessageContaining("For all of them: all@heads.")
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("one@head", "c"));
		assertThat(planner(graph).upgrade(rows(), "all@heads")).hasSteps("a", "b", "c");
	}

	@Test
	void headCountsARevisionThatOthersOnlyDependOn() {
		RevisionGraph graph = graph("x", "y needs x");

		assertThatExceptionOfType(MultipleHeadsException.class)
			.isThrownBy(() -> planner(graph).upgrade(rows(), "head"));
		assertThat(planner(graph).upgrade(rows(), "heads")).hasSteps("x", "y").endsAt("y");
		assertThat(planner(graph).locate(rows(), "heads")).extracting(Revision::id).containsExactly("y");
	}

	@Test
	void aDatabaseAtUnknownRevisionsIsNotTouched() {
		assertThatExceptionOfType(UnknownRowsException.class)
			.isThrownBy(() -> planner(LINE).upgrade(rows("b", "y", "x"), "head"))
			.withMessageContaining("The database is at x, y, for which there is no revision script")
			.withMessageContaining("migrator stamp --purge <revision>")
			.satisfies((ex) -> assertThat(ex.rows()).containsExactly("x", "y"));
	}

}
