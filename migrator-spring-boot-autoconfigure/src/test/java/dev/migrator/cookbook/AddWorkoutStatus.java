package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.Types.named;

@RevisionScript(revision = "1a0000000005", revises = "1a0000000004", message = "add a status to workouts")
class AddWorkoutStatus implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.createEnum("workout_status", "PLANNED", "IN_PROGRESS", "COMPLETED");
		op.addColumn("workouts", "status", named("workout_status"), (c) -> c.notNull().defaultTo("PLANNED"));
	}

}
