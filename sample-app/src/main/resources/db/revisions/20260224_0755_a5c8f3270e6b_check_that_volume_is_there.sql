-- check that new exercise logs have a volume
--
-- revision: a5c8f3270e6b
-- revises: 7e04d1a9b35f
-- created: 2026-02-24T07:55:00Z

-- migrator:upgrade
-- NOT VALID looks at no existing row, so the lock is held for a moment only.
ALTER TABLE exercise_logs ADD CONSTRAINT ck_exercise_logs_volume_kg CHECK (volume_kg IS NOT NULL) NOT VALID;

-- migrator:downgrade
ALTER TABLE exercise_logs DROP CONSTRAINT ck_exercise_logs_volume_kg;
