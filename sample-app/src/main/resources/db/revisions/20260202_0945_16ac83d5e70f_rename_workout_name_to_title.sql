-- rename workouts.name to title
--
-- revision: 16ac83d5e70f
-- revises: e47b19f0a2c6
-- created: 2026-02-02T09:45:00Z

-- migrator:upgrade
ALTER TABLE workouts RENAME COLUMN name TO title;

-- migrator:downgrade
ALTER TABLE workouts RENAME COLUMN title TO name;
