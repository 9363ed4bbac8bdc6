package dev.migrator.autogenerate;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.schema.ObjectName;

/**
 * Something that only the database has and keeps, and that refuses what the model allows:
 * a unique constraint, a check, a foreign key, a column that has to have a value.
 *
 * @param id its identity
 * @param table its table
 * @param removal what would drop it
 * @param description what it is, {@code unique constraint 'users_email_uq' on table
 * 'users'}
 */
public record KeptObject(ObjectId id, ObjectName table, Droppable removal, String description) {

	/**
	 * The name that a pattern of objects that are not looked at has to take.
	 * @return the name, of a column with that of its table: {@code users.nickname}
	 */
	public String name() {
		return (this.id.kind() == ObjectId.Kind.COLUMN) ? this.table.name() + "." + this.id.name() : this.id.name();
	}

	@Override
	public String toString() {
		return "Kept: " + this.description;
	}

}
