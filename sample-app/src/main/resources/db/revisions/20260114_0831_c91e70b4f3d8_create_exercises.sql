-- create exercises
--
-- revision: c91e70b4f3d8
-- revises: 8b06d2e5a719
-- created: 2026-01-14T08:31:00Z

-- migrator:upgrade
CREATE TABLE exercises (
    id uuid PRIMARY KEY,
    name varchar(100) NOT NULL,
    muscle_group varchar(50) NOT NULL,
    CONSTRAINT uk_exercises_name UNIQUE (name)
);

-- migrator:downgrade
DROP TABLE exercises;
