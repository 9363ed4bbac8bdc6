package dev.migrator.internal.dialect.surroundings;

import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.OpaqueText;
import dev.migrator.schema.ObjectName;

/**
 * Reads the row level security of tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row
 * Security Policies</a>
 */
final class RowSecurity {

	private static final String ALTER = "ALTER TABLE %s %s ROW LEVEL SECURITY;";

	private static final String QUERY = """
			select n.nspname, c.relname, c.oid::regclass, c.relforcerowsecurity
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where c.relrowsecurity and c.relkind in ('r', 'p') and not c.relispartition and %s and %s
			order by 1, 2
			""";

	private RowSecurity() {
	}

	static String query(CatalogSelection schemas) {
		return QUERY.formatted(schemas.condition(), CatalogSelection.noExtension("pg_class", "c.oid"));
	}

	static OpaqueObject of(Row row, CatalogNames names) {
		ObjectName table = names.of(row.required(0), row.required(1));
		ObjectId parent = ObjectId.table(table);
		String written = row.required(2);
		List<OpaqueText.Beside> beside = row.required(3).equals("t")
				? List
					.of(new OpaqueText.Beside(ALTER.formatted(written, "FORCE"), ALTER.formatted(written, "NO FORCE")))
				: List.of();
		return new OpaqueObject(ObjectId.on(ObjectId.Kind.OTHER, parent, "row level security"), parent,
				"row level security of table " + table,
				new OpaqueText(ALTER.formatted(written, "ENABLE"), written, null, beside, "", List.of()), null,
				ALTER.formatted(written, beside.isEmpty() ? "DISABLE" : "NO FORCE ROW LEVEL SECURITY, DISABLE"),
				Set.of(), Set.of(), Integer.MAX_VALUE, false);
	}

}
