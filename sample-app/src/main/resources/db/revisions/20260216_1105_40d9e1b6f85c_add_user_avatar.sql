-- add avatars to users
--
-- revision: 40d9e1b6f85c
-- revises: b70e5f94c28a
-- created: 2026-02-16T11:05:00Z
-- branch-labels: profiles

-- migrator:upgrade
ALTER TABLE users ADD COLUMN avatar_url varchar(500);

-- migrator:downgrade
ALTER TABLE users DROP COLUMN avatar_url;
