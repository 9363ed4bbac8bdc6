-- add the training volume to exercise logs
--
-- revision: f28b6c0e94d3
-- revises: b70e5f94c28a
-- created: 2026-02-17T08:50:00Z
-- branch-labels: statistics

-- migrator:upgrade
-- Nullable at first: the application fills it from now on, the next revision fills the rest.
ALTER TABLE exercise_logs ADD COLUMN volume_kg numeric(10, 2);

-- migrator:downgrade
ALTER TABLE exercise_logs DROP COLUMN volume_kg;
