package dev.migrator.cookbook;

import java.util.List;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000007", revises = "1a0000000006", message = "create and seed exercises")
class SeedExercises implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.createTable("exercises", (t) -> {
			t.column("id", integer()).primaryKey();
			t.column("name", varchar(100)).notNull().unique();
			t.column("muscle_group", varchar(50)).notNull();
		});
		op.bulkInsert("exercises", List.of("id", "name", "muscle_group"),
				(rows) -> rows.key("id")
					.row(1, "Back squat", "legs")
					.row(2, "Bench press", "chest")
					.row(3, "Farmer's walk", "grip"));
	}

}
