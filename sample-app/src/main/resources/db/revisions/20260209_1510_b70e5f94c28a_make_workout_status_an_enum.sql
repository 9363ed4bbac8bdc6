-- make the status of a workout an enum
--
-- revision: b70e5f94c28a
-- revises: 16ac83d5e70f
-- created: 2026-02-09T15:10:00Z

-- migrator:upgrade
CREATE TYPE workout_status AS ENUM ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED');

-- Check and default are written for text: neither follows the column to its new type.
ALTER TABLE workouts
    DROP CONSTRAINT ck_workouts_status,
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE workout_status USING status::workout_status,
    ALTER COLUMN status SET DEFAULT 'PLANNED';

-- migrator:downgrade
ALTER TABLE workouts
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE varchar(20) USING status::text,
    ALTER COLUMN status SET DEFAULT 'PLANNED',
    ADD CONSTRAINT ck_workouts_status CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED'));

DROP TYPE workout_status;
