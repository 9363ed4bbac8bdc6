package dev.migrator.revision;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Says what a plan does.
 */
final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {

	private PlanAssert(Plan plan) {
		super(plan, PlanAssert.class);
	}

	static PlanAssert assertThat(Plan plan) {
		return new PlanAssert(plan);
	}

	/**
	 * The revisions that are run, in this order.
	 */
	PlanAssert hasSteps(String... ids) {
		Assertions.assertThat(ids(this.actual)).containsExactly(ids);
		return this;
	}

	PlanAssert hasNoSteps() {
		Assertions.assertThat(this.actual.steps()).isEmpty();
		return this;
	}

	/**
	 * The rows after the last step, by the plan and by its differences.
	 */
	PlanAssert endsAt(String... rows) {
		Assertions.assertThat(this.actual.to()).containsExactlyInAnyOrder(rows);
		Assertions.assertThat(rowsAfter(this.actual, this.actual.steps().size())).containsExactlyInAnyOrder(rows);
		return this;
	}

	/**
	 * The rows after each step, each as one string.
	 */
	PlanAssert passes(String... rows) {
		List<Set<String>> expected = Arrays.stream(rows).map((row) -> Set.of(row.split(" "))).toList();
		Assertions
			.assertThat(IntStream.rangeClosed(1, this.actual.steps().size())
				.mapToObj((step) -> rowsAfter(this.actual, step))
				.toList())
			.isEqualTo(expected);
		return this;
	}

	PlanAssert removes(String... rows) {
		Assertions.assertThat(this.actual.steps().stream().flatMap((step) -> step.removedRows().stream()))
			.containsExactlyInAnyOrder(rows);
		return this;
	}

	PlanAssert adds(String... rows) {
		Assertions.assertThat(this.actual.steps().stream().flatMap((step) -> step.addedRows().stream()))
			.containsExactlyInAnyOrder(rows);
		return this;
	}

	/**
	 * The rows when only the first steps have been taken.
	 */
	static Set<String> rowsAfter(Plan plan, int steps) {
		Set<String> rows = new LinkedHashSet<>(plan.from());
		for (Step step : plan.steps().subList(0, steps)) {
			step.removedRows().forEach(rows::remove);
			rows.addAll(step.addedRows());
		}
		return rows;
	}

	static List<String> ids(Plan plan) {
		return plan.steps()
			.stream()
			.map(Step::revision)
			.map((revision) -> (revision != null) ? revision.id() : "")
			.toList();
	}

}
