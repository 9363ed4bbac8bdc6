-- require the volume of exercise logs
--
-- revision: d6f19a40b85e
-- revises: 2bd07e619fc4
-- created: 2026-02-24T08:15:00Z

-- migrator:upgrade
-- The valid check proves it, so the table is not read again.
ALTER TABLE exercise_logs ALTER COLUMN volume_kg SET NOT NULL;

ALTER TABLE exercise_logs DROP CONSTRAINT ck_exercise_logs_volume_kg;

-- migrator:downgrade
ALTER TABLE exercise_logs
    ADD CONSTRAINT ck_exercise_logs_volume_kg CHECK (volume_kg IS NOT NULL) NOT VALID;

ALTER TABLE exercise_logs VALIDATE CONSTRAINT ck_exercise_logs_volume_kg;

ALTER TABLE exercise_logs ALTER COLUMN volume_kg DROP NOT NULL;
