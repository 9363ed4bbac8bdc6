package dev.migrator.revision;

import java.util.List;

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
	 * Returns whether there is nothing to do.
	 * @return whether the plan has no steps
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

}
