package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.migrator.problem.MigratorException;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds for every graph, compared with {@link Naive}.
 */
@Tag("strength")
class PlanPropertiesTests {

	private static final int TRIES = Strength.of(200, 1000);

	private static final Generator<List<Revision>> GRAPHS = RandomGraphs.inAnyOrder();

	private static final Generator<Question> QUESTIONS = Question.atRandom();

	@Test
	void parentsComeFirstAndOtherwiseTheFileOrderStays() {
		ForAll.of(GRAPHS).tries(TRIES).check((revisions) -> {
			List<Revision> ordered = RevisionGraph.of(revisions).revisions();
			Naive naive = new Naive(revisions);

			assertThat(ordered).containsExactlyInAnyOrderElementsOf(revisions);
			Set<String> seen = new HashSet<>();
			for (Revision revision : ordered) {
				assertThat(seen).containsAll(naive.parents(revision.id()));
				seen.add(revision.id());
			}
			assertThat(RevisionGraph.of(ordered).revisions()).isEqualTo(ordered);
		});
	}

	@Test
	void theGraphAnswersAsRecursionDoes() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			RevisionGraph graph = question.graph();
			Naive naive = question.naive();
			List<String> picked = question.rows();

			assertThat(new HashSet<>(graph.heads())).isEqualTo(naive.heads());
			assertThat(new HashSet<>(graph.bases())).isEqualTo(naive.bases());
			assertThat(graph.applied(picked)).isEqualTo(naive.closure(picked));
			assertThat(new HashSet<>(graph.versionRows(picked))).isEqualTo(naive.maximal(picked));
			for (Revision revision : graph.revisions()) {
				assertThat(graph.children(revision.id())).extracting(Revision::id)
					.containsExactlyInAnyOrderElementsOf(naive.children(revision.id()));
			}
		});
	}

	@Test
	void anUpgradeIsADifferenceOfClosures() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			for (String id : question.ids()) {
				Plan plan = question.planner().upgrade(question.rows(), id);

				assertIsPlanFor(plan, question.naive().upgraded(question.rows(), List.of(id)), question.naive());
			}
		});
	}

	@Test
	void aDowngradeTakesWhatStandsOnTheChildrenOfItsTarget() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			Naive naive = question.naive();
			Planner planner = question.planner();
			List<String> from = question.rows();
			for (String id : question.ids()) {
				Set<String> expected = naive.downgraded(from, naive.children(id));
				if (expected.isEmpty() && !from.contains(id)) {
					assertThatExceptionOfType(InvalidTargetException.class)
						.isThrownBy(() -> planner.downgrade(from, id));
					continue;
				}
				assertIsPlanFor(planner.downgrade(from, id), expected, naive);
			}
		});
	}

	@Test
	void aRangeIsWhatStandsOnItsStartAndOnWhichItsEndStands() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			for (String start : question.ids()) {
				question.rows().forEach((end) -> assertIsRange(question, start, end));
			}
		});
	}

	private static void assertIsRange(Question question, String lower, String upper) {
		Naive naive = question.naive();
		RevisionRange range = RevisionRange.parse(lower + ":" + upper);
		if (!naive.closure(List.of(upper)).contains(lower)) {
			assertThatExceptionOfType(InvalidTargetException.class)
				.isThrownBy(() -> question.planner().range(List.of(), range));
			return;
		}
		List<Revision> expected = new ArrayList<>(question.graph().revisions());
		Collections.reverse(expected);
		expected.removeIf((revision) -> !naive.closure(List.of(upper)).contains(revision.id())
				|| !naive.closure(List.of(revision.id())).contains(lower));

		assertThat(question.planner().range(List.of(), range)).isEqualTo(expected);
	}

	@Test
	void upgradeToTheHeadsAndDowngradeToBaseLeavesNothing() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			Plan up = question.planner().upgrade(question.versionRows(), "heads");
			Plan down = question.planner().downgrade(up.to(), "base");

			assertThat(new HashSet<>(up.to())).isEqualTo(question.naive().heads());
			assertThat(down.steps()).hasSize(question.graph().size());
			assertThat(down.to()).isEmpty();
		});
	}

	@Test
	void upgradeUndoesWhatADowngradeDid() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			for (String lower : question.ids()) {
				question.versionRows().forEach((row) -> assertIsUndone(question, row, lower));
			}
		});
	}

	private static void assertIsUndone(Question question, String row, String lower) {
		RevisionGraph graph = question.graph();
		if (!graph.applied(List.of(row)).contains(lower) || graph.children(lower).isEmpty()) {
			return;
		}
		List<String> before = question.versionRows();
		List<String> rows = rowsAfterDowngrade(question.planner(), before, lower);
		for (String again : before) {
			rows = question.planner().upgrade(rows, again).to();
		}
		assertThat(rows).isEqualTo(before);
	}

	private static List<String> rowsAfterDowngrade(Planner planner, List<String> rows, String target) {
		try {
			return planner.downgrade(rows, target).to();
		}
		catch (InvalidTargetException ex) {
			return rows;
		}
	}

	@Test
	void aStampReplacesTheRowsOnTheLineOfItsTargets() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			Naive naive = question.naive();
			List<String> from = question.versionRows();
			List<String> stamped = question.ids();

			Plan plan = question.planner().stamp(from, stamped);

			Set<String> expected = new HashSet<>(stamped);
			from.stream()
				.filter((row) -> stamped.stream()
					.noneMatch((target) -> naive.standsOn(row, target) || naive.standsOn(target, row)))
				.forEach(expected::add);
			assertThat(new HashSet<>(plan.to())).isEqualTo(naive.maximal(expected));
			assertThat(PlanAssert.rowsAfter(plan, plan.steps().size())).isEqualTo(Set.copyOf(plan.to()));
		});
	}

	@Test
	void theSameQuestionHasTheSameAnswer() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			List<String> reversed = new ArrayList<>(question.rows());
			Collections.reverse(reversed);

			assertThat(new Planner(RevisionGraph.of(question.revisions())).upgrade(reversed, "heads"))
				.isEqualTo(question.planner().upgrade(question.rows(), "heads"));
			assertThat(new Planner(RevisionGraph.of(question.revisions())).downgrade(reversed, "base"))
				.isEqualTo(question.planner().downgrade(question.rows(), "base"));
		});
	}

	@Test
	void everyTargetIsAPlanOrAnErrorForTheUser() {
		ForAll.of(QUESTIONS).tries(3 * TRIES).check((question) -> {
			RevisionGraph graph = question.graph();
			Planner planner = question.planner();
			List<String> from = question.rows();
			String target = question.target();

			ifPossible(() -> assertIsConsistent(planner.upgrade(from, target), question.naive()));
			ifPossible(() -> assertIsConsistent(planner.downgrade(from, target), question.naive()));
			ifPossible(() -> assertThat(planner.stamp(from, List.of(target)).steps()).hasSizeLessThan(2));
			ifPossible(() -> assertThat(graph.revisions()).containsAll(planner.locate(from, target)));
			ifPossible(() -> assertThat(graph.revisions()).contains(graph.resolve(target)));
		});
	}

	@Test
	void everyChoiceThatAnErrorOffersLeadsFurther() {
		ForAll.of(QUESTIONS).tries(3 * TRIES).check((question) -> {
			Planner planner = question.planner();
			List<String> rows = question.versionRows();
			String target = question.target();

			for (String choice : choicesOf(() -> planner.upgrade(rows, target))) {
				followUp(target, choice, () -> planner.upgrade(rows, choice));
			}
			for (String choice : choicesOf(() -> planner.downgrade(rows, target))) {
				followUp(target, choice, () -> planner.downgrade(rows, choice));
			}
		});
	}

	@Test
	void choicesDoNotAllDoTheSame() {
		ForAll.of(QUESTIONS).tries(3 * TRIES).check((question) -> {
			Planner planner = question.planner();
			List<String> rows = question.versionRows();
			String target = question.target();

			assertThat(outcomes(waysOf(() -> planner.upgrade(rows, target)), (choice) -> planner.upgrade(rows, choice)))
				.hasSizeGreaterThan(1);
			assertThat(outcomes(waysOf(() -> planner.downgrade(rows, target)),
					(choice) -> planner.downgrade(rows, choice)))
				.hasSizeGreaterThan(1);
		});
	}

	private static List<String> waysOf(Runnable command) {
		try {
			command.run();
			return List.of();
		}
		catch (AmbiguousTargetException ex) {
			return ex.choices();
		}
		catch (MigratorException ex) {
			return List.of();
		}
	}

	/**
	 * What the choices come to, each that is refused or does nothing for itself; two
	 * where there is no choice, or only one that is long enough.
	 */
	private static Set<Object> outcomes(List<String> choices, Function<String, Plan> command) {
		Set<Object> outcomes = (choices.size() < 2) ? new HashSet<>(List.of(1, 2)) : new HashSet<>();
		for (String choice : choices) {
			try {
				List<Step> steps = command.apply(choice).steps();
				outcomes.add(steps.isEmpty() ? choice : steps);
			}
			catch (MigratorException ex) {
				outcomes.add(ex);
			}
		}
		return outcomes;
	}

	@Test
	void theFurthestThatAnErrorNamesIsPossible() {
		ForAll.of(QUESTIONS).tries(3 * TRIES).check((question) -> {
			Planner planner = question.planner();
			List<String> rows = question.versionRows();
			String far = question.target().replaceAll("\\d$", "99");

			furthestOf(() -> planner.upgrade(rows, far))
				.forEach((furthest) -> assertIsReached(() -> planner.upgrade(rows, furthest)));
			furthestOf(() -> planner.downgrade(rows, far))
				.forEach((furthest) -> assertIsReached(() -> planner.downgrade(rows, furthest)));
		});
	}

	/**
	 * A revision that is named may be one that is not applied, whatever the steps from
	 * there.
	 */
	private static void assertIsReached(Runnable command) {
		try {
			command.run();
		}
		catch (InvalidTargetException ex) {
			assertThat(ex.description()).containsAnyOf("cannot be downgraded", "nothing to undo",
					"cannot be undone down to");
		}
	}

	private static List<String> furthestOf(Runnable command) {
		try {
			command.run();
			return List.of();
		}
		catch (MigratorException ex) {
			Matcher matcher = Pattern.compile("The furthest (?:is|are) (.+)\\.").matcher(ex.getMessage());
			return matcher.find() ? List.of(matcher.group(1).split(", ")) : List.of();
		}
	}

	/**
	 * The last that were applied one after the other are undone in the opposite order.
	 */
	@Test
	void rollbackUndoesWhatWasAppliedLast() {
		ForAll.of(QUESTIONS).tries(TRIES).check((question) -> {
			Planner planner = question.planner();
			List<String> rows = List.of();
			List<String> order = new ArrayList<>();
			for (String id : question.ids()) {
				Plan plan = planner.upgrade(rows, id);
				order.addAll(PlanAssert.ids(plan));
				rows = plan.to();
			}
			Map<String, Long> when = new HashMap<>();
			order.forEach((id) -> when.put(id, (long) when.size()));
			Collections.reverse(order);

			for (int count = 1; count <= order.size(); count++) {
				Plan plan = planner.rollback(rows, count, when);
				assertThat(PlanAssert.ids(plan)).isEqualTo(order.subList(0, count));
				assertIsConsistent(plan, question.naive());
			}
		});
	}

	private static List<String> choicesOf(Runnable command) {
		try {
			command.run();
			return List.of();
		}
		catch (AmbiguousTargetException ex) {
			return ex.choices();
		}
		catch (MultipleHeadsException ex) {
			return ex.choices();
		}
		catch (MigratorException ex) {
			return List.of();
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

	private static void assertIsPlanFor(Plan plan, Set<String> expected, Naive naive) {
		assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(expected);
		assertIsConsistent(plan, naive);
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

}
