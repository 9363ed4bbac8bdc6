package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000008", revises = "1a0000000007", message = "require a display name",
		transactional = false)
class RequireDisplayName implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("users", "display_name", varchar(100));
		op.backfill("users",
				(b) -> b.set("display_name = left(split_part(email, '@', 1), 100)")
					.where("display_name IS NULL")
					.batch(1000));
		op.alterColumn("users", "display_name", (c) -> c.notNull());
	}

}
