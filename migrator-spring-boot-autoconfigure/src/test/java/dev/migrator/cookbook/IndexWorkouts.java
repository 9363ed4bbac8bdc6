package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "1a0000000006", revises = "1a0000000005", message = "index workouts by status",
		transactional = false)
class IndexWorkouts implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.createIndex("ix_workouts_status", "workouts", (i) -> i.column("status").column("user_id").concurrently());
	}

}
