package dev.migrator.internal.dialect.surroundings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.OpaqueObject;

/**
 * Reads the objects of a database that {@link CatalogReader} does not read, as statements
 * that create them in another database: composite types, routines, views, triggers,
 * rules, policies, partitions, and tables that inherit. Objects of an extension are
 * created with the extension.
 */
public final class PresentObjects {

	private static final String COMPOSITES = """
			select 'type ' || c.oid::regclass, pg_catalog.format('CREATE TYPE %s AS (%s);', c.oid::regclass,
			    (select pg_catalog.string_agg(pg_catalog.format('%I %s', a.attname,
			        pg_catalog.format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
			        from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where c.relkind = 'c' and {schemas} and {own} order by c.oid
			""";

	/** Three partitions of each table are enough; more of them show nothing new. */
	private static final String PARTITIONS = """
			select 'partition ' || p.oid::regclass, pg_catalog.format('CREATE TABLE %s PARTITION OF %s %s%s;',
			    p.oid::regclass, p.inhparent::regclass, pg_catalog.pg_get_expr(p.relpartbound, p.oid),
			    ' PARTITION BY ' || pg_catalog.pg_get_partkeydef(p.oid))
			from (select c.oid, c.relpartbound, h.inhparent, pg_catalog.row_number() over
			        (partition by h.inhparent order by c.oid) as number
			    from pg_catalog.pg_inherits h join pg_catalog.pg_class c on c.oid = h.inhrelid
			    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			    where c.relispartition and c.relkind in ('r', 'p') and {schemas}) p
			where p.number <= 3 order by p.oid
			""";

	private static final String SEQUENCES_OF_HEIRS = """
			select 'sequence ' || s.oid::regclass, pg_catalog.format('CREATE SEQUENCE %s;', s.oid::regclass)
			from pg_catalog.pg_class s join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::regclass
			    and d.objid = s.oid and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype = 'a'
			join pg_catalog.pg_class c on c.oid = d.refobjid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where s.relkind = 'S' and c.relkind = 'r' and not c.relispartition and {schemas} and {own}
			    and exists (select from pg_catalog.pg_inherits h where h.inhrelid = c.oid) order by s.oid
			""";

	private static final String HEIRS = """
			select 'inheriting table ' || c.oid::regclass, pg_catalog.format('CREATE TABLE %s (%s) INHERITS (%s);',
			    c.oid::regclass, (select pg_catalog.string_agg(p.part, ', ' order by p.kind, p.number) from (
			        select 1, a.attnum, pg_catalog.format('%I %s%s%s', a.attname,
			            pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' NOT NULL' end,
			            case when a.attgenerated = '' then ' DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) end)
			        from pg_catalog.pg_attribute a
			        left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attislocal
			        union all select 2, k.oid::int8, pg_catalog.format('CONSTRAINT %I %s', k.conname,
			            pg_catalog.pg_get_constraintdef(k.oid))
			        from pg_catalog.pg_constraint k
			        where k.conrelid = c.oid and k.conislocal and k.contype in ('p', 'u', 'c', 'f', 'x') and k.convalidated
			    ) p (kind, number, part)),
			    (select pg_catalog.string_agg(h.inhparent::regclass::text, ', ' order by h.inhseqno)
			        from pg_catalog.pg_inherits h where h.inhrelid = c.oid))
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where c.relkind = 'r' and not c.relispartition and {schemas} and {own}
			    and exists (select from pg_catalog.pg_inherits h where h.inhrelid = c.oid) order by c.oid
			""";

	private static final String OPAQUE = """
			select o.classid, o.objid, i.type || ' ' || i.identity
			from (
			    select 'pg_proc', p.oid, p.pronamespace, 'pg_proc', p.oid from pg_catalog.pg_proc p
			    union all select 'pg_class', c.oid, c.relnamespace, 'pg_class', c.oid from pg_catalog.pg_class c
			        where c.relkind in ('v', 'm')
			    union all select 'pg_trigger', t.oid, c.relnamespace, 'pg_class', c.oid from pg_catalog.pg_trigger t
			        join pg_catalog.pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0
			    union all select 'pg_rewrite', r.oid, c.relnamespace, 'pg_class', c.oid from pg_catalog.pg_rewrite r
			        join pg_catalog.pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN'
			    union all select 'pg_policy', p.oid, c.relnamespace, 'pg_class', c.oid from pg_catalog.pg_policy p
			        join pg_catalog.pg_class c on c.oid = p.polrelid
			) o (classid, objid, schema, ownerclass, owner)
			join pg_catalog.pg_namespace n on n.oid = o.schema
			cross join lateral pg_catalog.pg_identify_object(('pg_catalog.' || o.classid)::regclass, o.objid, 0) i
			where {schemas} and i.identity is not null and not exists (select from pg_catalog.pg_depend x
			    where x.classid = ('pg_catalog.' || o.ownerclass)::regclass and x.objid = o.owner and x.deptype in ('e', 'i'))
			order by o.objid
			""";

	private PresentObjects() {
	}

	/**
	 * Reads the objects, with one message, and a second one if there are views, routines,
	 * triggers, rules or policies.
	 * @param connection the session
	 * @param schemas the names of the schemas
	 * @return the objects; first those that others probably need
	 */
	public static List<PresentObject> read(ServerConnection connection, Collection<String> schemas) {
		List<List<Row>> rows = connection.queries(List.of(query(COMPOSITES, schemas), query(PARTITIONS, schemas),
				query(SEQUENCES_OF_HEIRS, schemas), query(HEIRS, schemas), query(OPAQUE, schemas),
				RowSecurity.query(CatalogSelection.schemas(schemas))));
		List<PresentObject> objects = new ArrayList<>();
		rows.get(0).forEach((row) -> objects.add(object(row)));
		objects.addAll(opaque(connection, rows.get(4)));
		rows.subList(1, 4).forEach((kind) -> kind.forEach((row) -> objects.add(object(row))));
		rows.get(5).forEach((row) -> objects.add(object(RowSecurity.of(row, new CatalogNames(null)))));
		return objects;
	}

	private static PresentObject object(Row row) {
		return new PresentObject(row.required(0), row.required(1));
	}

	private static PresentObject object(OpaqueObject security) {
		return new PresentObject(security.description(), Objects.requireNonNull(security.create()));
	}

	private static List<PresentObject> opaque(ServerConnection connection, List<Row> found) {
		if (found.isEmpty()) {
			return List.of();
		}
		Map<String, ObjectTexts> texts = new HashMap<>();
		connection.queries(ObjectTexts.queries(found))
			.forEach((kind) -> kind.forEach((row) -> texts.put(key(row), ObjectTexts.of(row))));
		List<PresentObject> objects = new ArrayList<>();
		found.forEach((row) -> {
			ObjectTexts text = texts.get(key(row));
			objects.add(new PresentObject(row.required(2), (text != null) ? text.text().create() : ""));
		});
		return objects;
	}

	private static String key(Row row) {
		return row.required(0) + row.required(1);
	}

	private static String query(String query, Collection<String> schemas) {
		return query.replace("{schemas}", CatalogSelection.schemas(schemas).condition())
			.replace("{own}", CatalogSelection.noExtension("pg_class", "c.oid"));
	}

}
