-- add exercises table
--
-- revision: abc123def456

-- migrator:upgrade
CREATE TABLE exercises (
    id uuid NOT NULL,
    name varchar(100) NOT NULL,
    CONSTRAINT exercises_pkey PRIMARY KEY (id),
    CONSTRAINT exercises_name_key UNIQUE (name)
);

-- migrator:downgrade
DROP TABLE exercises;
