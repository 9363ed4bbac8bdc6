package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.ReferentialAction.CASCADE;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000003", revises = "1a0000000002", message = "create workouts")
class CreateWorkouts implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.createTable("workouts", (t) -> {
			t.column("id", uuid()).primaryKey();
			t.column("user_id", uuid()).notNull();
			t.column("name", varchar(200)).notNull();
			t.foreignKey("user_id", "users", "id").onDelete(CASCADE);
			t.index("user_id");
		});
	}

}
