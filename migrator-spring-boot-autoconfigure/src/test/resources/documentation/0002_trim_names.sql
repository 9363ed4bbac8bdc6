-- trim names
--
-- revision: 40d9e1b6f85c
-- revises: abc123def456

-- migrator:upgrade
UPDATE exercises SET name = trim(name);

-- migrator:downgrade
