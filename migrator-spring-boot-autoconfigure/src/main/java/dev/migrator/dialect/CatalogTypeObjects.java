package dev.migrator.dialect;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.EnumObject;
import dev.migrator.schema.object.SchemaObjects;

/**
 * The types that are compared, of each kind with a query of its own, in one message.
 */
final class CatalogTypeObjects {

	private CatalogTypeObjects() {
	}

	static List<String> queries(CatalogSelection selection) {
		return List.of(CatalogEnums.query(selection), CatalogDomains.query(selection));
	}

	/**
	 * @param rows the rows of each query
	 */
	static SchemaObjects of(List<List<Row>> rows, CatalogNames names) {
		return SchemaObjects.of(
				Stream
					.concat(CatalogEnums.of(rows.get(0), names).stream().map(EnumObject::new),
							CatalogDomains.of(rows.get(1), names).stream().map(DomainObject::new))
					.toList());
	}

}
