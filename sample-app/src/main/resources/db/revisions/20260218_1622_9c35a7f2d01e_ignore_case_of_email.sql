-- ignore the case of e-mail addresses
--
-- revision: 9c35a7f2d01e
-- revises: 40d9e1b6f85c
-- created: 2026-02-18T16:22:00Z

-- migrator:upgrade
CREATE UNIQUE INDEX ux_users_email_lower ON users (lower(email));

DROP INDEX ux_users_email;

-- migrator:downgrade
CREATE UNIQUE INDEX ux_users_email ON users (email);

DROP INDEX ux_users_email_lower;
