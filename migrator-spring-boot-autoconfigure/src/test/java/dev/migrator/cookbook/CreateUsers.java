package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.Types.timestamptz;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000001", message = "create users")
class CreateUsers implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.createTable("users", (t) -> {
			t.column("id", uuid()).primaryKey();
			t.column("email", varchar(320)).notNull();
			t.column("created_at", timestamptz()).notNull().defaultSql("now()");
			t.index("email").named("ux_users_email").unique();
		});
	}

}
