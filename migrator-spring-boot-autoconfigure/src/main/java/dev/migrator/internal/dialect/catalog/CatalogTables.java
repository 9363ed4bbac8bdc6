package dev.migrator.internal.dialect.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables, by their oid. All later queries ask for these oids: PostgreSQL uses
 * an index for this condition, even without statistics of its catalog.
 */
final class CatalogTables {

	private static final String TABLES = """
			select c.oid, n.nspname, c.relname, c.relpersistence = 'u',
			    case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end, d.description,
			    c.relkind = 'p'
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			left join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid
			    and d.objsubid = 0
			where %s and c.relkind in ('r', 'p') and not c.relispartition and %s
			    and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = c.oid)
			order by n.nspname, c.relname
			""";

	private final Map<String, CatalogTable> byOid = new LinkedHashMap<>();

	private CatalogTables() {
	}

	static String query(CatalogSelection selection) {
		return TABLES.formatted(selection.condition(), CatalogSelection.noExtension("pg_class", "c.oid"));
	}

	static CatalogTables of(List<Row> rows, CatalogNames names, Set<ObjectName> leftOut) {
		CatalogTables tables = new CatalogTables();
		for (Row row : rows) {
			ObjectName name = names.of(row.required(1), row.required(2));
			if (!leftOut.contains(name)) {
				String partitionBy = VanishedObjectException.check(row.required(6).equals("t"), row.text(4));
				tables.byOid.put(row.required(0),
						new CatalogTable(name, row.required(3).equals("t"), partitionBy, row.text(5)));
			}
		}
		return tables;
	}

	/**
	 * Returns a condition that is true for the tables.
	 * @param oid the SQL of an oid
	 */
	String are(String oid) {
		return oid + " = any ('{" + String.join(",", this.byOid.keySet()) + "}'::oid[])";
	}

	@Nullable CatalogTable get(String oid) {
		return this.byOid.get(oid);
	}

	List<Table> tables() {
		return this.byOid.values().stream().map(CatalogTable::table).toList();
	}

}
