package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import dev.migrator.problem.MigratorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds for every graph, compared with {@link Naive}. Lists of numbers pick
 * revisions, by remainder.
 */
class PlanPropertiesTests {

	@Provide
	Arbitrary<List<Revision>> revisions() {
		return RandomGraphs.inAnyOrder();
	}

	@Provide
	Arbitrary<List<Integer>> picks() {
		return Arbitraries.integers().between(0, 1000).list().ofMaxSize(4);
	}

	@Provide
	Arbitrary<String> targets() {
		Arbitrary<String> branches = Arbitraries.of("", "", "", "branch1@", "branch2@", "r3@", "r1@");
		Arbitrary<String> symbols = Arbitraries.of("", "head", "heads", "base", "r0", "r2", "r5", "branch1", "branch3");
		Arbitrary<String> offsets = Arbitraries.of("", "", "+1", "+2", "+5", "-1", "-2", "-5");
		return branches
			.flatMap((branch) -> symbols.flatMap((symbol) -> offsets.map((steps) -> branch + symbol + steps)));
	}

	@Property
	void parentsComeFirstAndOtherwiseTheFileOrderStays(@ForAll("revisions") List<Revision> revisions) {
		List<Revision> ordered = RevisionGraph.of(revisions).revisions();
		Naive naive = new Naive(revisions);

		assertThat(ordered).containsExactlyInAnyOrderElementsOf(revisions);
		Set<String> seen = new HashSet<>();
		for (Revision revision : ordered) {
			assertThat(seen).containsAll(naive.parents(revision.id()));
			seen.add(revision.id());
		}
		assertThat(RevisionGraph.of(ordered).revisions()).isEqualTo(ordered);
	}

	@Property
	void theGraphAnswersAsRecursionDoes(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> picks) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Naive naive = new Naive(revisions);
		List<String> picked = pick(graph, picks);

		assertThat(new HashSet<>(graph.heads())).isEqualTo(naive.heads());
		assertThat(new HashSet<>(graph.bases())).isEqualTo(naive.bases());
		assertThat(graph.applied(picked)).isEqualTo(naive.closure(picked));
		assertThat(new HashSet<>(graph.versionRows(picked))).isEqualTo(naive.maximal(picked));
		for (Revision revision : revisions) {
			assertThat(graph.children(revision.id())).extracting(Revision::id)
				.containsExactlyInAnyOrderElementsOf(naive.children(revision.id()));
		}
	}

	@Property
	void anUpgradeIsADifferenceOfClosures(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows, @ForAll int target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		for (String id : pick(graph, List.of(target))) {
			List<String> from = pick(graph, rows);

			Plan plan = new Planner(graph).upgrade(from, id);

			assertIsPlanFor(plan, new Naive(revisions).upgraded(from, List.of(id)), revisions);
		}
	}

	@Property
	void aDowngradeTakesWhatStandsOnTheChildrenOfItsTarget(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows, @ForAll int target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Naive naive = new Naive(revisions);
		Planner planner = new Planner(graph);
		List<String> from = pick(graph, rows);
		for (String id : pick(graph, List.of(target))) {
			Set<String> expected = naive.downgraded(from, naive.children(id));
			if (expected.isEmpty() && !from.contains(id)) {
				assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner.downgrade(from, id));
				continue;
			}
			assertIsPlanFor(planner.downgrade(from, id), expected, revisions);
		}
	}

	@Property
	void aRangeIsWhatStandsOnItsStartAndOnWhichItsEndStands(@ForAll("revisions") List<Revision> revisions,
			@ForAll int start, @ForAll int end) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Naive naive = new Naive(revisions);
		Planner planner = new Planner(graph);
		for (String lower : pick(graph, List.of(start))) {
			String upper = pick(graph, List.of(end)).get(0);
			RevisionRange range = RevisionRange.parse(lower + ":" + upper);
			if (!naive.closure(List.of(upper)).contains(lower)) {
				assertThatExceptionOfType(InvalidTargetException.class)
					.isThrownBy(() -> planner.range(List.of(), range));
				continue;
			}
			List<Revision> expected = new ArrayList<>(graph.revisions());
			Collections.reverse(expected);
			expected.removeIf((revision) -> !naive.closure(List.of(upper)).contains(revision.id())
					|| !naive.closure(List.of(revision.id())).contains(lower));

			assertThat(planner.range(List.of(), range)).isEqualTo(expected);
		}
	}

	@Property
	void upgradeToTheHeadsAndDowngradeToBaseLeavesNothing(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Planner planner = new Planner(graph);

		Plan up = planner.upgrade(graph.versionRows(pick(graph, rows)), "heads");
		Plan down = planner.downgrade(up.to(), "base");

		assertThat(new HashSet<>(up.to())).isEqualTo(new Naive(revisions).heads());
		assertThat(down.steps()).hasSize(graph.size());
		assertThat(down.to()).isEmpty();
	}

	@Property
	void upgradeUndoesWhatADowngradeDid(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> picks, @ForAll int target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Planner planner = new Planner(graph);
		List<String> before = graph.versionRows(pick(graph, picks));
		for (String row : before) {
			String lower = pick(graph, List.of(target)).get(0);
			if (!graph.applied(List.of(row)).contains(lower) || graph.children(lower).isEmpty()) {
				continue;
			}
			List<String> rows = rowsAfterDowngrade(planner, before, lower);
			for (String again : before) {
				rows = planner.upgrade(rows, again).to();
			}
			assertThat(rows).isEqualTo(before);
		}
	}

	private static List<String> rowsAfterDowngrade(Planner planner, List<String> rows, String target) {
		try {
			return planner.downgrade(rows, target).to();
		}
		catch (InvalidTargetException ex) {
			return rows;
		}
	}

	@Property
	void aStampReplacesTheRowsOnTheLineOfItsTargets(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows, @ForAll("picks") List<Integer> targets) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Naive naive = new Naive(revisions);
		List<String> from = graph.versionRows(pick(graph, rows));
		List<String> stamped = pick(graph, targets);

		Plan plan = new Planner(graph).stamp(from, stamped);

		Set<String> expected = new HashSet<>(stamped);
		from.stream()
			.filter((row) -> stamped.stream()
				.noneMatch((target) -> naive.standsOn(row, target) || naive.standsOn(target, row)))
			.forEach(expected::add);
		assertThat(new HashSet<>(plan.to())).isEqualTo(naive.maximal(expected));
		assertThat(PlanAssert.rowsAfter(plan, plan.steps().size())).isEqualTo(Set.copyOf(plan.to()));
	}

	@Property
	void theSameQuestionHasTheSameAnswer(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		List<String> from = pick(graph, rows);
		List<String> reversed = new ArrayList<>(from);
		Collections.reverse(reversed);

		assertThat(new Planner(RevisionGraph.of(revisions)).upgrade(reversed, "heads"))
			.isEqualTo(new Planner(graph).upgrade(from, "heads"));
		assertThat(new Planner(RevisionGraph.of(revisions)).downgrade(reversed, "base"))
			.isEqualTo(new Planner(graph).downgrade(from, "base"));
	}

	@Property(tries = 3000)
	void everyTargetIsAPlanOrAnErrorForTheUser(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> rows, @ForAll("targets") String target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Planner planner = new Planner(graph);
		List<String> from = pick(graph, rows);
		Naive naive = new Naive(revisions);

		ifPossible(() -> assertIsConsistent(planner.upgrade(from, target), naive));
		ifPossible(() -> assertIsConsistent(planner.downgrade(from, target), naive));
		ifPossible(() -> assertThat(planner.stamp(from, List.of(target)).steps()).hasSizeLessThan(2));
		ifPossible(() -> assertThat(graph.revisions()).containsAll(planner.locate(from, target)));
		ifPossible(() -> assertThat(graph.revisions()).contains(graph.resolve(target)));
	}

	@Property(tries = 3000)
	void everyChoiceThatAnErrorOffersLeadsFurther(@ForAll("revisions") List<Revision> revisions,
			@ForAll("picks") List<Integer> picks, @ForAll("targets") String target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		Planner planner = new Planner(graph);
		List<String> rows = graph.versionRows(pick(graph, picks));
		try {
			planner.upgrade(rows, target);
		}
		catch (AmbiguousTargetException ex) {
			ex.choices().forEach((choice) -> followUp(target, choice, () -> planner.upgrade(rows, choice)));
		}
		catch (MultipleHeadsException ex) {
			ex.choices().forEach((choice) -> followUp(target, choice, () -> planner.upgrade(rows, choice)));
		}
		catch (MigratorException ex) {
			// answered with an error that offers no choice
		}
		try {
			planner.downgrade(rows, target);
		}
		catch (AmbiguousTargetException ex) {
			ex.choices().forEach((choice) -> followUp(target, choice, () -> planner.downgrade(rows, choice)));
		}
		catch (MigratorException ex) {
			// answered with an error that offers no choice
		}
	}

	/**
	 * A choice may come to the next fork, end too early, or be where nothing is to undo;
	 * it may not be misread.
	 */
	private static void followUp(String target, String choice, Runnable command) {
		try {
			command.run();
		}
		catch (AmbiguousTargetException ex) {
			assertThat(ex.choices()).as("%s, then %s", target, choice).isNotEmpty().doesNotContain(choice);
		}
		catch (InvalidTargetException ex) {
			assertThat(ex.description()).containsAnyOf("goes too far", "cannot be downgraded", "nothing to undo",
					"cannot be undone down to");
		}
	}

	private static void ifPossible(Runnable command) {
		try {
			command.run();
		}
		catch (MigratorException ex) {
			assertThat(ex.description()).isNotBlank();
			assertThat(ex.action()).isNotBlank();
		}
	}

	private static void assertIsPlanFor(Plan plan, Set<String> expected, List<Revision> revisions) {
		assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(expected);
		assertIsConsistent(plan, new Naive(revisions));
	}

	private static void assertIsConsistent(Plan plan, Naive naive) {
		assertThat(naive.isTopological(plan)).isTrue();
		assertThat(IntStream.rangeClosed(1, plan.steps().size()).mapToObj((step) -> PlanAssert.rowsAfter(plan, step)))
			.containsExactlyElementsOf(naive.rowsAfterEachStep(plan));
		assertThat(PlanAssert.rowsAfter(plan, plan.steps().size())).isEqualTo(Set.copyOf(plan.to()));
		Set<String> rows = new HashSet<>(plan.from());
		for (Step step : plan.steps()) {
			assertThat(rows).containsAll(step.removedRows());
			assertThat(step.addedRows()).noneMatch(rows::contains);
			step.removedRows().forEach(rows::remove);
			rows.addAll(step.addedRows());
		}
	}

	private static List<String> pick(RevisionGraph graph, List<Integer> numbers) {
		if (graph.isEmpty()) {
			return List.of();
		}
		return numbers.stream()
			.map((number) -> graph.revisions().get(Math.floorMod(number, graph.size())).id())
			.distinct()
			.toList();
	}

}
