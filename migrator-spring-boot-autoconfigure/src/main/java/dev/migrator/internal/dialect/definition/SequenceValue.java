package dev.migrator.internal.dialect.definition;

import java.util.Collection;
import java.util.List;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The present value of a sequence that has given one.
 *
 * @param sequence its name
 * @param owner the table that owns it, or {@code null} for none
 * @param internal whether it is made with a column of that table
 * @param statement the statement that sets another sequence to this value
 */
public record SequenceValue(ObjectName sequence, @Nullable ObjectName owner, boolean internal, String statement) {

	/** The sequence of an identity is named by its column: its own name may differ. */
	private static final String QUERY = """
			select n.nspname, c.relname, tn.nspname, t.relname, d.deptype = 'i',
			    case when d.deptype = 'i'
			        then pg_catalog.format('SELECT setval(pg_get_serial_sequence(%L, %L), %s);', t.oid::regclass, a.attname, v.last)
			        else pg_catalog.format('SELECT setval(%L, %s);', c.oid::regclass, v.last) end
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			cross join lateral (select pg_catalog.pg_sequence_last_value(c.oid)) v (last)
			left join (pg_catalog.pg_depend d join pg_catalog.pg_class t on t.oid = d.refobjid
			        join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
			        join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid)
			    on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
			    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
			where c.relkind = 'S' and v.last is not null and {schemas} and {own}
			order by n.nspname, c.relname
			""";

	/**
	 * Reads the values, with one query.
	 * @param connection the session
	 * @param schemas the names of the schemas
	 * @return the values, by the name of the sequence
	 */
	public static List<SequenceValue> read(ServerConnection connection, Collection<String> schemas) {
		CatalogNames names = new CatalogNames(connection.query("select pg_catalog.current_schema()").get(0).text(0));
		return connection
			.query(QUERY.replace("{schemas}", CatalogSelection.schemas(schemas).condition())
				.replace("{own}", CatalogSelection.noExtension("pg_class", "c.oid")))
			.stream()
			.map((row) -> of(row, names))
			.toList();
	}

	private static SequenceValue of(Row row, CatalogNames names) {
		ObjectName owner = (row.text(3) != null) ? names.of(row.required(2), row.required(3)) : null;
		return new SequenceValue(names.of(row.required(0), row.required(1)), owner, "t".equals(row.text(4)),
				row.required(5));
	}

}
