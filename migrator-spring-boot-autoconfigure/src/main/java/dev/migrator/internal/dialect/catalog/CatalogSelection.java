package dev.migrator.internal.dialect.catalog;

import java.util.Collection;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Selects the schemas to read.
 *
 * @param condition a condition that is true for them, over a row {@code n} of
 * {@code pg_namespace}
 */
public record CatalogSelection(String condition) {

	public static CatalogSelection schemas(Collection<String> schemas) {
		String names = schemas.stream()
			.filter((schema) -> !SchemaContents.isSystem(schema))
			.map(SqlText::literal)
			.collect(Collectors.joining(", "));
		return new CatalogSelection(names.isEmpty() ? "false" : "n.nspname in (" + names + ")");
	}

	/**
	 * Selects the session's own temporary tables and types.
	 */
	public static CatalogSelection temporary() {
		return new CatalogSelection("n.oid = pg_catalog.pg_my_temp_schema()");
	}

	/**
	 * Returns SQL for whether an object does not belong to an extension.
	 * @param catalog the catalog that contains it
	 * @param oid the SQL of its oid
	 */
	public static String noExtension(String catalog, String oid) {
		return """
				not exists (select from pg_catalog.pg_depend x where x.classid = 'pg_catalog.%s'::regclass
				    and x.objid = %s and x.deptype = 'e')
				""".formatted(catalog, oid);
	}

}
