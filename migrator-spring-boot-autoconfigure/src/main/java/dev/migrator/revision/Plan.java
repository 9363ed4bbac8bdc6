package dev.migrator.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The way from one state of a database to another.
 *
 * @param direction which way the plan goes
 * @param from the version rows that it starts from, in the order of the graph
 * @param steps what to do, in this order; empty if the database is already there
 * @param to the version rows after the last step, in the order of the graph
 */
public record Plan(Direction direction, List<String> from, List<Step> steps, List<String> to) {

	public Plan {
		from = List.copyOf(from);
		steps = List.copyOf(steps);
		to = List.copyOf(to);
	}

	/**
	 * Whether there is nothing to do.
	 * @return whether the plan has no steps
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * The version rows when only the first steps have been taken. A plan keeps the
	 * differences only, so this takes as long as there are steps before: who follows a
	 * plan from step to step applies the differences of each.
	 * @param steps how many steps have been taken, {@code 0} for the rows at the start
	 * @return the rows then
	 */
	public Set<String> rowsAfter(int steps) {
		Objects.checkIndex(steps, this.steps.size() + 1);
		Set<String> rows = new LinkedHashSet<>(this.from);
		for (Step step : this.steps.subList(0, steps)) {
			step.removedRows().forEach(rows::remove);
			rows.addAll(step.addedRows());
		}
		return Collections.unmodifiableSet(rows);
	}

}
