package dev.migrator.internal.command;

import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.revision.Plan;

/**
 * Makes a plan for the state of a database, each time that the state is read.
 */
public interface PlanMaker {

	/**
	 * Makes the plan.
	 * @param state the state
	 * @return the plan, empty if there is nothing to do
	 */
	Plan plan(DatabaseState state);

}
