-- create workouts
--
-- revision: 8b06d2e5a719
-- revises: 3fa41c7d9e02
-- created: 2026-01-12T10:02:00Z

-- migrator:upgrade
CREATE TABLE workouts (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    name varchar(200) NOT NULL,
    status varchar(20) NOT NULL DEFAULT 'PLANNED',
    scheduled_for timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT fk_workouts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT ck_workouts_status CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED'))
);

-- migrator:downgrade
DROP TABLE workouts;
