package dev.migrator.internal.dialect.catalog;

import java.util.List;

import dev.migrator.internal.schema.SchemaObjects;

/**
 * The contents of schemas of a database.
 *
 * @param schema the objects that can be compared
 * @param uncompared the objects of all other kinds, by kind and name, and those of the
 * database as a whole
 */
public record CatalogContents(SchemaObjects schema, List<UncomparedObject> uncompared) {

	public CatalogContents {
		uncompared = List.copyOf(uncompared);
	}

}
