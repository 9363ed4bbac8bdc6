package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graphs that are deep enough to exhaust the stack of anything recursive.
 */
class ScaleTests {

	private static final int DEPTH = 100_000;

	@Test
	void plansAHundredThousandRevisionsInALine() {
		RevisionGraph graph = RevisionGraph.of(line());
		Planner planner = new Planner(graph);

		assertThat(planner.upgrade(List.of(), "head").steps()).hasSize(DEPTH);
		assertThat(planner.upgrade(List.of("r50000"), "+49999").steps()).hasSize(49_999);
		assertThat(planner.downgrade(List.of("r99999"), "base").steps()).hasSize(DEPTH);
		assertThat(planner.downgrade(List.of("r99999"), "-100000").to()).isEmpty();
		assertThat(planner.stamp(List.of("r99999"), List.of("r0")).to()).containsExactly("r0");
	}

	@Test
	void ordersAHundredThousandFilesThatComeInReverse() {
		List<Revision> reversed = line();
		Collections.reverse(reversed);

		assertThat(RevisionGraph.of(reversed).revisions()).extracting(Revision::id).startsWith("r0", "r1", "r2");
	}

	@Test
	void plansTenThousandDiamondsOnTopOfEachOther() {
		List<Revision> revisions = new ArrayList<>();
		revisions.add(revision("m0", List.of(), List.of()));
		for (int i = 1; i <= 10_000; i++) {
			List<String> below = List.of("m" + (i - 1));
			revisions.add(revision("left" + i, below, List.of()));
			revisions.add(revision("right" + i, below, List.of()));
			revisions.add(revision("m" + i, List.of("left" + i, "right" + i), List.of()));
		}
		Planner planner = new Planner(RevisionGraph.of(revisions));

		assertThat(planner.upgrade(List.of(), "head").steps()).hasSize(30_001);
		assertThat(planner.downgrade(List.of("m10000"), "m5000").steps()).hasSize(15_000);
	}

	@Test
	void plansAHundredThousandDependentsOnTopOfEachOther() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < DEPTH; i++) {
			revisions.add(revision("r" + i, List.of(), (i > 0) ? List.of("r" + (i - 1)) : List.of()));
		}
		Planner planner = new Planner(RevisionGraph.of(revisions));

		assertThat(planner.upgrade(List.of(), "heads").to()).containsExactly("r99999");
		assertThat(planner.downgrade(List.of("r99999"), "r0-1").steps()).hasSize(DEPTH);
	}

	@Test
	void findsACycleOfAHundredThousand() {
		List<Revision> revisions = line();
		revisions.set(0, revision("r0", List.of("r99999"), List.of()));
		try {
			RevisionGraph.of(revisions);
		}
		catch (InvalidRevisionGraphException ex) {
			assertThat(ex.problems().get(0).revisions()).hasSize(DEPTH);
			return;
		}
		throw new AssertionError("not found");
	}

	@Test
	void manyHeadsAreOneRowEach() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			revisions.add(revision("r" + i, List.of(), List.of()));
		}
		Plan plan = new Planner(RevisionGraph.of(revisions)).upgrade(List.of(), "heads");

		assertThat(PlanAssert.rowsAfter(plan, 20_000)).isEqualTo(Set.copyOf(plan.to())).hasSize(20_000);
	}

	private static List<Revision> line() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < DEPTH; i++) {
			revisions.add(revision("r" + i, (i > 0) ? List.of("r" + (i - 1)) : List.of(), List.of()));
		}
		return revisions;
	}

	private static Revision revision(String id, List<String> down, List<String> needs) {
		return new Revision(id, down, needs, List.of(), "", id + ".sql");
	}

}
