package dev.migrator.example.throwing;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "throwing", revises = "users")
class SaysNothing implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.execute(" ");
	}

}
