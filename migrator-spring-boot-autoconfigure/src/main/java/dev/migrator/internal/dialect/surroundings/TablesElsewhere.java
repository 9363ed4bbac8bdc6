package dev.migrator.internal.dialect.surroundings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;

/**
 * Finds tables in schemas that are not compared, each with the name and the columns of a
 * table that is missing in the compared schemas.
 */
public final class TablesElsewhere {

	private static final String QUERY = """
			select n.nspname, c.relname, array(select a.attname::text from pg_catalog.pg_attribute a
			    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname in (%s) and c.relname in (%s) and c.relkind in ('r', 'p') and not c.relispartition and %s
			order by 1, 2
			""";

	private TablesElsewhere() {
	}

	/**
	 * Finds the tables, with one query, or none if no table is missing.
	 * @param connection the session
	 * @param schemas the names of the schemas to search
	 * @param missing the tables that are missing
	 * @return the names of the tables, each with the name of the missing table
	 */
	public static Map<ObjectName, ObjectName> read(ServerConnection connection, Collection<String> schemas,
			Collection<Table> missing) {
		Map<ObjectName, ObjectName> found = new LinkedHashMap<>();
		if (schemas.isEmpty() || missing.isEmpty()) {
			return found;
		}
		String names = literals(missing.stream().map((table) -> table.name().name()).toList());
		connection.query(QUERY.formatted(literals(schemas), names, CatalogSelection.noExtension("pg_class", "c.oid")))
			.forEach((row) -> {
				Set<String> columns = Set.copyOf(TextArray.read(row.text(2)));
				missing.stream()
					.filter((table) -> table.name().name().equals(row.required(1))
							&& table.columns().stream().map(Column::name).collect(Collectors.toSet()).equals(columns))
					.findFirst()
					.ifPresent((table) -> found.put(new ObjectName(row.required(0), row.required(1)), table.name()));
			});
		return found;
	}

	private static String literals(Collection<String> names) {
		return names.stream().map(SqlText::literal).collect(Collectors.joining(", "));
	}

}
