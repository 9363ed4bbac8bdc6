package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.schema.object.SchemaObjects;

/**
 * A schema once renames have run, and the changes that these are.
 *
 * @param schema what the database has then
 * @param changes the renames, in the order in which they run
 */
record RenamedSchema(SchemaObjects schema, List<Change> changes) {

	RenamedSchema {
		changes = List.copyOf(changes);
	}

}
