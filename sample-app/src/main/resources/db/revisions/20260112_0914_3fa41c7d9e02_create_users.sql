-- create users
--
-- revision: 3fa41c7d9e02
-- created: 2026-01-12T09:14:00Z

-- migrator:upgrade
CREATE TABLE users (
    id uuid PRIMARY KEY,
    email varchar(320) NOT NULL,
    display_name varchar(100) NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE UNIQUE INDEX ux_users_email ON users (email);

-- migrator:downgrade
DROP TABLE users;
