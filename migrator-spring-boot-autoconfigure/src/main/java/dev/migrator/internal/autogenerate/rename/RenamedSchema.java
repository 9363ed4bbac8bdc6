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
 * A schema once renames have run, and the changes that these are.
 *
 * @param real what the database has
 * @param schema what it has then
 * @param renaming what is called otherwise then
 * @param changes the renames, in the order in which they run
 */
public record RenamedSchema(SchemaObjects real, SchemaObjects schema, Renaming renaming, List<Change> changes) {

	public RenamedSchema {
		changes = List.copyOf(changes);
	}

	/**
	 * Without any rename.
	 */
	static RenamedSchema none(SchemaObjects real) {
		return new RenamedSchema(real, real, new Renaming() {
		}, List.of());
	}

	/**
	 * The identities that objects have before the renames. What is only to come has none.
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
