-- index the workouts of a user
--
-- revision: 64f7a09e1cbd
-- revises: 0e83b5d7c2fa
-- created: 2026-03-03T14:40:00Z
-- transaction: none

-- migrator:upgrade
CREATE INDEX CONCURRENTLY ix_workouts_user_id_created_at ON workouts (user_id, created_at);

-- migrator:downgrade
DROP INDEX CONCURRENTLY IF EXISTS ix_workouts_user_id_created_at;
