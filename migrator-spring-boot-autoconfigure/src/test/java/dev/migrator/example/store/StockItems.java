package dev.migrator.example.store;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "stock", revises = "items", message = "stock items")
class StockItems implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.data("stock items", (jdbc) -> jdbc.sql("insert into items (id, name) values (1, 'chair')").update());
	}

}
