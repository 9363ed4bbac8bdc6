package dev.migrator.cookbook;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

import static dev.migrator.schema.ReferentialAction.CASCADE;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.timestamptz;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;

@RevisionScript(revision = "1a0000000009", revises = "1a0000000008", message = "drop workouts and users")
class DropWorkoutsAndUsers implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.reverse((was) -> {
			was.createTable("users", (t) -> {
				t.column("id", uuid()).primaryKey();
				t.column("email", varchar(320)).notNull();
				t.column("created_at", timestamptz()).notNull().defaultSql("now()");
				t.column("avatar_url", varchar(500));
				t.column("display_name", varchar(100)).notNull();
				t.index("email").named("ux_users_email").unique();
			});
			was.createTable("workouts", (t) -> {
				t.column("id", uuid()).primaryKey();
				t.column("user_id", uuid()).notNull();
				t.column("title", varchar(200)).notNull();
				t.column("status", named("workout_status")).notNull().defaultTo("PLANNED");
				t.foreignKey("user_id", "users", "id").onDelete(CASCADE);
				t.index("user_id");
				t.index("status", "user_id").named("ix_workouts_status");
			});
		});
	}

}
