package dev.migrator.example.injecting;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "needy")
class NeedsUserService implements JavaRevision {

	NeedsUserService(UserService users) {
	}

	@Override
	public void upgrade(Operations op) {
		op.execute("create table needy ()");
	}

}
