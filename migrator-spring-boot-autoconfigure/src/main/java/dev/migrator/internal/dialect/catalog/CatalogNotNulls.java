package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.schema.ColumnName;

/**
 * Reads the NOT NULL constraints that differ from PostgreSQL's default. They are
 * constraints since version 18.
 */
final class CatalogNotNulls {

	private static final String NOT_NULLS = """
			select co.conrelid, a.attname, co.conname, co.connoinherit, co.convalidated
			from pg_catalog.pg_constraint co join pg_catalog.pg_class c on c.oid = co.conrelid
			join pg_catalog.pg_attribute a on a.attrelid = co.conrelid and a.attnum = co.conkey[1]
			where %s and co.contype = 'n' and co.conislocal and (co.connoinherit or not co.convalidated
			    or co.conname::text <> c.relname::text || '_' || a.attname::text || '_not_null')
			order by co.conrelid, a.attnum
			""";

	private static final int SINCE = 18;

	private CatalogNotNulls() {
	}

	/**
	 * Returns the queries for them, if the server has such constraints.
	 */
	static List<String> queries(CatalogTables tables, int version) {
		return (version >= SINCE) ? List.of(NOT_NULLS.formatted(tables.are("co.conrelid"))) : List.of();
	}

	/**
	 * Reads the constraints, and marks the columns that may have NULL.
	 */
	static List<NotNullObject> read(List<Row> rows, CatalogTables tables) {
		List<NotNullObject> notNulls = new ArrayList<>();
		for (Row row : rows) {
			CatalogTable table = tables.get(row.required(0));
			if (table != null) {
				ColumnName column = new ColumnName(table.name(), row.required(1));
				boolean valid = row.required(4).equals("t");
				NotNullObject read = new NotNullObject(column, row.required(2), row.required(3).equals("t"), valid);
				if (!valid) {
					table.takesNull(column.column());
				}
				if (!valid || read.noInherit() || !read.name().equals(DefaultNames.notNull(column))) {
					notNulls.add(read);
				}
			}
		}
		return notNulls;
	}

}
