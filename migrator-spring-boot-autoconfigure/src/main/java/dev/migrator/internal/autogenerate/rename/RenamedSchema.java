package dev.migrator.internal.autogenerate.rename;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Renaming;

/**
 * A schema after renames, and the changes that run these renames.
 *
 * @param real the schema of the database
 * @param schema the schema after the renames
 * @param renaming the new names
 * @param changes the renames, in the order in which they run
 */
public record RenamedSchema(SchemaObjects real, SchemaObjects schema, Renaming renaming, List<Change> changes) {

	public RenamedSchema {
		changes = List.copyOf(changes);
	}

	/**
	 * Returns a schema without renames.
	 */
	static RenamedSchema none(SchemaObjects real) {
		return new RenamedSchema(real, real, new Renaming() {
		}, List.of());
	}

	/**
	 * Returns the identities of objects before the renames. An object that does not exist
	 * yet has none.
	 */
	public Set<ObjectId> before(Collection<ObjectId> ids) {
		if (this.changes.isEmpty()) {
			return new HashSet<>(ids);
		}
		Map<ObjectId, ObjectId> before = new HashMap<>();
		this.real.all().forEach((object) -> before.put(object.id().renamed(this.renaming), object.id()));
		return ids.stream().filter(before::containsKey).map(before::get).collect(Collectors.toCollection(HashSet::new));
	}

}
