package dev.migrator.autogenerate;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.schema.ObjectName;

/**
 * An object that only the database has and keeps, and that refuses what the model allows:
 * a unique constraint, a check, a foreign key, a column that must have a value.
 *
 * @param id its identity
 * @param table its table
 * @param removal the setting that would drop it
 * @param description its description: {@code unique constraint 'users_email_uq' on table
 * 'users'}
 */
public record KeptObject(ObjectId id, ObjectName table, Droppable removal, String description) {

	/**
	 * Returns the name that a pattern must match to exclude the object.
	 * @return the name; for a column, with that of its table: {@code users.nickname}
	 */
	public String name() {
		return (this.id.kind() == ObjectId.Kind.COLUMN) ? this.table.name() + "." + this.id.name() : this.id.name();
	}

	@Override
	public String toString() {
		return "Kept: " + this.description;
	}

}
