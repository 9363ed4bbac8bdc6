package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;

/**
 * Reads the enum types.
 */
final class CatalogEnums {

	private static final String ENUMS = """
			select n.nspname, t.typname, v.enumlabel
			from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
			left join pg_catalog.pg_enum v on v.enumtypid = t.oid
			where %s and t.typtype = 'e' and %s
			order by n.nspname, t.typname, v.enumsortorder
			""";

	private CatalogEnums() {
	}

	static String query(CatalogSelection selection) {
		return ENUMS.formatted(selection.condition(), CatalogSelection.noExtension("pg_type", "t.oid"));
	}

	static List<EnumType> of(List<Row> rows, CatalogNames names) {
		Map<ObjectName, List<String>> values = new LinkedHashMap<>();
		for (Row row : rows) {
			List<String> ofType = values.computeIfAbsent(names.of(row.required(0), row.required(1)),
					(name) -> new ArrayList<>());
			if (row.text(2) != null) {
				ofType.add(row.required(2));
			}
		}
		return values.entrySet().stream().map((type) -> new EnumType(type.getKey(), type.getValue())).toList();
	}

}
