-- create exercise logs
--
-- revision: e47b19f0a2c6
-- revises: 5d2f8a60c1b7
-- created: 2026-01-19T13:20:00Z

-- migrator:upgrade
CREATE TABLE exercise_logs (
    id uuid PRIMARY KEY,
    workout_id uuid NOT NULL,
    exercise_id uuid NOT NULL,
    sets integer NOT NULL,
    reps integer NOT NULL,
    weight_kg numeric(6, 2) NOT NULL,
    logged_at timestamp with time zone NOT NULL,
    CONSTRAINT fk_exercise_logs_workout FOREIGN KEY (workout_id) REFERENCES workouts (id) ON DELETE CASCADE,
    CONSTRAINT fk_exercise_logs_exercise FOREIGN KEY (exercise_id) REFERENCES exercises (id)
);

CREATE INDEX ix_exercise_logs_workout_id ON exercise_logs (workout_id);
CREATE INDEX ix_exercise_logs_exercise_id ON exercise_logs (exercise_id);

-- migrator:downgrade
DROP TABLE exercise_logs;
