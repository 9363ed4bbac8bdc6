package dev.migrator.internal.dialect.catalog;

import java.util.List;

import dev.migrator.internal.schema.SchemaObjects;

/**
 * What schemas of a database hold.
 *
 * @param schema what can be compared
 * @param uncompared the objects of all other kinds, by kind and name, and those of the
 * database as a whole
 */
public record CatalogContents(SchemaObjects schema, List<UncomparedObject> uncompared) {

	public CatalogContents {
		uncompared = List.copyOf(uncompared);
	}

}
