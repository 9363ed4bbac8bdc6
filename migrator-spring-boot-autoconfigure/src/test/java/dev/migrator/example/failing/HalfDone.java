package dev.migrator.example.failing;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "half", revises = "users", message = "fail half-way")
class HalfDone implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.execute("create table half ()");
		op.data("rename everybody", (jdbc) -> {
			jdbc.sql("update users set name = 'nobody'").update();
			throw new IllegalStateException("half-way");
		});
	}

}
