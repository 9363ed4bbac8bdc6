package dev.migrator.internal.dialect.catalog;

import java.util.Collection;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Which schemas are read.
 *
 * @param condition what is true for them, of a row {@code n} of {@code pg_namespace}
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
	 * The session's own temporary tables and types.
	 */
	public static CatalogSelection temporary() {
		return new CatalogSelection("n.oid = pg_catalog.pg_my_temp_schema()");
	}

	/**
	 * Whether an object does not come with an extension.
	 * @param catalog the catalog that it is in
	 * @param oid SQL of its oid
	 */
	public static String noExtension(String catalog, String oid) {
		return """
				not exists (select from pg_catalog.pg_depend x where x.classid = 'pg_catalog.%s'::regclass
				    and x.objid = %s and x.deptype = 'e')
				""".formatted(catalog, oid);
	}

}
