package dev.migrator.sample.revisions;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

/**
 * Computes the volume of the logs that were written before there was one. If it is broken
 * off it goes on where it was.
 */
@RevisionScript(revision = "7e04d1a9b35f", revises = "f28b6c0e94d3",
		message = "compute the volume of earlier exercise logs", created = "2026-02-17T09:30:00Z",
		transactional = false)
class BackfillVolume implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.execute("update exercise_logs set volume_kg = sets * reps * weight_kg where volume_kg is null");
	}

	/** Nothing to undo: the values go with their column, one revision further down. */
	@Override
	public void downgrade(Operations op) {
	}

}
