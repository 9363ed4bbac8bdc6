package dev.migrator.internal.dialect.catalog;

import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Turns names of the catalog into those of a schema that is to be compared.
 *
 * @param defaultSchema the schema whose names stand alone, or {@code null} if there is
 * none
 */
public record CatalogNames(@Nullable String defaultSchema) {

	public ObjectName of(String schema, String name) {
		return new ObjectName(schema.equals(this.defaultSchema) ? null : schema, name);
	}

	/**
	 * The name of what is found in {@code pg_catalog} without its schema: a collation, an
	 * operator class.
	 */
	ObjectName ofFound(String schema, String name) {
		return schema.equals("pg_catalog") ? new ObjectName(null, name) : of(schema, name);
	}

}
