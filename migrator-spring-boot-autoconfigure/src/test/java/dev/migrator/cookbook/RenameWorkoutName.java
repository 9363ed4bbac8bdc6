package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "1a0000000004", revises = "1a0000000003", message = "rename workouts.name to title")
class RenameWorkoutName implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.renameColumn("workouts", "name", "title");
	}

}
