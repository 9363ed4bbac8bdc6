package dev.migrator.sample.revisions;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

/**
 * Computes the volume of the logs that were written before there was one. Without a
 * transaction around it each batch is committed by itself: row locks are short, and if it
 * is broken off it goes on where it was. There is nothing to undo: the values go with
 * their column, one revision further down.
 */
@RevisionScript(revision = "7e04d1a9b35f", revises = "f28b6c0e94d3",
		message = "compute the volume of earlier exercise logs", created = "2026-02-17T09:30:00Z",
		transactional = false)
class BackfillVolume implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.backfill("exercise_logs",
				(logs) -> logs.set("volume_kg = sets * reps * weight_kg").where("volume_kg IS NULL").batch(1000));
	}

}
