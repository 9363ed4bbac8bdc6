package dev.migrator.internal.dialect.catalog;

import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Converts names of the catalog to the names of a schema that is compared.
 *
 * @param defaultSchema the schema whose names are unqualified, or {@code null} if there
 * is none
 */
public record CatalogNames(@Nullable String defaultSchema) {

	public ObjectName of(String schema, String name) {
		return new ObjectName(schema.equals(this.defaultSchema) ? null : schema, name);
	}

	/**
	 * Converts a name that is also found without its schema if it is in
	 * {@code pg_catalog}: a collation, an operator class.
	 */
	ObjectName ofFound(String schema, String name) {
		return schema.equals("pg_catalog") ? new ObjectName(null, name) : of(schema, name);
	}

}
