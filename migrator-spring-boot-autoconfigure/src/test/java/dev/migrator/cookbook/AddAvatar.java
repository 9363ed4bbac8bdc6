package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000002", revises = "1a0000000001", message = "add avatars to users")
class AddAvatar implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("users", "avatar_url", varchar(500));
	}

}
