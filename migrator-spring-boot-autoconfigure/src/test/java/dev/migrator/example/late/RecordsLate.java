package dev.migrator.example.late;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "late", revises = "users")
class RecordsLate implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.data("fill", (jdbc) -> op.execute("create table never_made ()"));
	}

}
