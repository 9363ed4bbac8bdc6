package dev.migrator.internal.dialect.catalog;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * Reads the types that are compared, with a query for each kind, and the comments, all in
 * one message.
 */
final class CatalogTypeObjects {

	private CatalogTypeObjects() {
	}

	static List<String> queries(CatalogSelection selection) {
		return List.of(CatalogEnums.query(selection), CatalogDomains.query(selection),
				CatalogComments.query(selection));
	}

	/**
	 * Adds the types and all comments to tables and sequences.
	 * @param rows the rows of each query
	 */
	static SchemaObjects with(SchemaObjects tables, List<List<Row>> rows, CatalogNames names) {
		SchemaObjects types = SchemaObjects.of(
				Stream
					.concat(CatalogEnums.of(rows.get(0), names).stream().map(EnumObject::new),
							CatalogDomains.of(rows.get(1), names).stream().map(DomainObject::new))
					.toList());
		return CatalogComments.in(tables.with(types), rows.get(2), names);
	}

}
