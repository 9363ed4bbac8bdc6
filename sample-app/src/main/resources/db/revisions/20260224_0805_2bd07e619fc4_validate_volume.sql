-- validate that every exercise log has a volume
--
-- revision: 2bd07e619fc4
-- revises: a5c8f3270e6b
-- created: 2026-02-24T08:05:00Z

-- migrator:upgrade
-- Reads the whole table, but stops neither readers nor writers.
ALTER TABLE exercise_logs VALIDATE CONSTRAINT ck_exercise_logs_volume_kg;

-- migrator:downgrade
-- Nothing to undo: the constraint goes with the revision before.
