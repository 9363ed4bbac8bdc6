-- merge profiles and statistics
--
-- revision: 0e83b5d7c2fa
-- revises: 9c35a7f2d01e, d6f19a40b85e
-- created: 2026-02-25T10:30:00Z

-- migrator:upgrade

-- migrator:downgrade
