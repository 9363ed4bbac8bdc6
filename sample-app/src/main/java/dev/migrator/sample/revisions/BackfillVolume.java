package dev.migrator.sample.revisions;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Computes the volume of the logs that were written before there was one. Without a
 * transaction around it each batch is committed by itself: row locks are short, and if it
 * is broken off it goes on where it was.
 */
@RevisionScript(revision = "7e04d1a9b35f", revises = "f28b6c0e94d3",
		message = "compute the volume of earlier exercise logs", created = "2026-02-17T09:30:00Z",
		transactional = false)
class BackfillVolume implements JavaRevision {

	private static final int BATCH = 1000;

	@Override
	public void upgrade(Operations op) {
		op.data("compute missing volumes in batches of " + BATCH, this::computeAll);
	}

	/** Nothing to undo: the values go with their column, one revision further down. */
	@Override
	public void downgrade(Operations op) {
	}

	private void computeAll(JdbcClient jdbc) {
		int computed;
		do {
			computed = computeBatch(jdbc);
		}
		while (computed == BATCH);
	}

	private int computeBatch(JdbcClient jdbc) {
		return jdbc.sql("""
				update exercise_logs
				set volume_kg = sets * reps * weight_kg
				where id in (select id from exercise_logs where volume_kg is null limit ?)
				""").param(BATCH).update();
	}

}
