package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The objects of all kinds in a schema: all that depends on the schema in the server's
 * own record of dependencies, which {@code DROP SCHEMA} uses too. Extensions and their
 * objects are not included.
 *
 * @param schema the schema
 * @param objects its objects, except parts of other objects
 * @param elsewhere objects in other schemas, or in none, that are dropped with these
 * objects by CASCADE
 * @param notOwned objects that the role may not drop, with their owner
 */
public record SchemaContents(String schema, List<DroppableObject> objects, List<String> elsewhere,
		List<String> notOwned) {

	/** The maximum number of names in one statement. */
	private static final int NAMES = 20;

	/**
	 * The objects. The sequence of a serial column and the type of a multirange are parts
	 * of another object; a partition is not.
	 */
	private static final String OBJECTS = """
			select d.classid, d.objid from pg_catalog.pg_depend d
			where d.refclassid = 'pg_catalog.pg_namespace'::regclass and d.refobjid = to_regnamespace(quote_ident(%s))
			    and d.deptype = 'n' and d.classid <> 'pg_catalog.pg_extension'::regclass
			    and not exists (
			        select from pg_catalog.pg_depend p where p.classid = d.classid and p.objid = d.objid
			            and p.objsubid = 0 and (p.deptype in ('e', 'i') or p.deptype = 'a'
			                and p.refclassid = 'pg_catalog.pg_class'::regclass
			                and d.classid = 'pg_catalog.pg_class'::regclass
			                and (select relkind from pg_catalog.pg_class where oid = d.objid) = 'S'))
			""";

	/**
	 * Describes the objects. Owners are in pg_shdepend, except the role that the server
	 * was initialized with, whose oid is 10. An object may be dropped by its owner and by
	 * the owner of its schema.
	 */
	private static final String DESCRIBED = """
			select case when c.relkind = 'p' then 'partitioned table'
			        when c.relkind = 'r' and c.relispartition then 'partition'
			        when t.typtype = 'e' then 'enum' when t.typtype = 'd' then 'domain'
			        when t.typtype = 'r' then 'range type' when t.typtype = 'c' then 'composite type'
			        else i.type end as kind,
			    i.identity,
			    case when c.relkind in ('r', 'm') then
			        coalesce(nullif(c.reltuples, -1)::bigint, pg_catalog.pg_stat_get_live_tuples(c.oid)) end,
			    case when not pg_catalog.pg_has_role(coalesce(s.refobjid, 10), 'USAGE')
			            and not pg_catalog.pg_has_role(n.nspowner, 'USAGE')
			        then pg_catalog.pg_get_userbyid(coalesce(s.refobjid, 10)) end
			from (%s) o
			cross join lateral pg_catalog.pg_identify_object(o.classid, o.objid, 0) i
			join pg_catalog.pg_namespace n on n.nspname = %s
			left join pg_catalog.pg_class c on o.classid = 'pg_catalog.pg_class'::regclass and c.oid = o.objid
			left join pg_catalog.pg_type t on o.classid = 'pg_catalog.pg_type'::regclass and t.oid = o.objid
			left join pg_catalog.pg_shdepend s on s.classid = o.classid and s.objid = o.objid and s.objsubid = 0
			    and s.deptype = 'o'
			    and s.dbid = (select oid from pg_catalog.pg_database where datname = current_database())
			order by kind, i.identity
			""";

	/**
	 * Follows the dependencies as DROP ... CASCADE does: to the dependent objects, and to
	 * the whole of which an object is an internal part (a rule is part of its view).
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>
	 */
	private static final String ELSEWHERE = """
			with recursive dropped as (
			    select classid, objid, 0 as objsubid from (%s) o
			    union
			    select n.classid, n.objid, n.objsubid from dropped d cross join lateral (
			        select p.classid, p.objid, p.objsubid from pg_catalog.pg_depend p
			        where p.refclassid = d.classid and p.refobjid = d.objid
			            and (d.objsubid = 0 or p.refobjsubid = d.objsubid) and p.deptype <> 'e'
			        union all
			        select p.refclassid, p.refobjid, p.refobjsubid from pg_catalog.pg_depend p
			        where p.classid = d.classid and p.objid = d.objid and p.objsubid = d.objsubid and p.deptype = 'i'
			    ) n
			), placed as (
			    select d.*, i.type || ' ' || i.identity as name, coalesce(i.schema,
			        (select nspname from pg_catalog.pg_constraint k join pg_catalog.pg_namespace n on n.oid = k.connamespace
			            where d.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objid),
			        case when d.classid in ('pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_trigger'::regclass,
			                'pg_catalog.pg_attrdef'::regclass, 'pg_catalog.pg_policy'::regclass)
			            then a.object_names[1] end) as schema
			    from dropped d
			    cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
			    cross join lateral pg_catalog.pg_identify_object_as_address(d.classid, d.objid, d.objsubid) a
			), elsewhere as (
			    select * from placed where schema not in (%s, 'pg_toast') or schema is null and classid in (
			        'pg_catalog.pg_event_trigger'::regclass, 'pg_catalog.pg_language'::regclass,
			        'pg_catalog.pg_foreign_data_wrapper'::regclass, 'pg_catalog.pg_foreign_server'::regclass,
			        'pg_catalog.pg_am'::regclass, 'pg_catalog.pg_extension'::regclass)
			)
			select e.name from elsewhere e where not exists (
			    select from elsewhere w where w.classid = e.classid and w.objid = e.objid and w.objsubid = 0
			        and e.objsubid > 0
			) and not exists (
			    select from pg_catalog.pg_depend p
			    join elsewhere w on w.classid = p.refclassid and w.objid = p.refobjid and w.objsubid in (0, p.refobjsubid)
			    where p.classid = e.classid and p.objid = e.objid and p.objsubid = e.objsubid
			        and p.deptype in ('i', 'a', 'P', 'S')
			) order by 1
			""";

	public SchemaContents {
		objects = List.copyOf(objects);
		elsewhere = List.copyOf(elsewhere);
		notOwned = List.copyOf(notOwned);
	}

	/**
	 * Reads the contents of a schema.
	 * @param connection the session
	 * @param schema the schema; one that does not exist is empty
	 * @return its contents
	 */
	public static SchemaContents of(ServerConnection connection, String schema) {
		String name = SqlText.literal(schema);
		String found = OBJECTS.formatted(name);
		List<DroppableObject> objects = new ArrayList<>();
		List<String> notOwned = new ArrayList<>();
		for (Row row : connection.query(DESCRIBED.formatted(found, name))) {
			DroppableObject object = new DroppableObject(row.required(0), row.required(1), number(row.text(2)));
			objects.add(object);
			if (row.text(3) != null) {
				notOwned.add(object + " of " + row.text(3));
			}
		}
		List<String> elsewhere = connection.query(ELSEWHERE.formatted(found, name))
			.stream()
			.map((row) -> row.required(0))
			.toList();
		return new SchemaContents(schema, objects, elsewhere, notOwned);
	}

	/**
	 * Returns whether a schema is empty.
	 * @param connection the session
	 * @param schema the schema, or {@code null} for the connection's schema; one that
	 * does not exist is empty
	 * @return {@code true} if it contains only objects of extensions
	 */
	public static boolean isEmpty(ServerConnection connection, @Nullable String schema) {
		String name = (schema != null) ? SqlText.literal(schema) : "pg_catalog.current_schema()";
		return connection.query(OBJECTS.formatted(name) + " limit 1").isEmpty();
	}

	private static @Nullable Long number(@Nullable String text) {
		return (text != null) ? Long.valueOf(text) : null;
	}

	/**
	 * Returns whether the schema is the server's own.
	 * @param schema the schema
	 * @return {@code true} for {@code information_schema} and names that begin with
	 * {@code pg_}
	 */
	public static boolean isSystem(String schema) {
		return schema.startsWith("pg_") || schema.equals("information_schema");
	}

	/**
	 * Returns the statements that drop the objects and their dependent objects.
	 * @return the statements, in the order in which each takes the fewest locks
	 */
	public List<String> drops() {
		List<DroppableObject> ordered = this.objects.stream()
			.sorted(Comparator.comparingInt(DroppableObject::dropOrder))
			.toList();
		List<String> drops = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < ordered.size(); i++) {
			DroppableObject object = ordered.get(i);
			names.add(object.name());
			boolean last = i + 1 == ordered.size() || !ordered.get(i + 1).kind().equals(object.kind());
			if (last || names.size() == NAMES || !takesSeveral(object)) {
				// The object may have been dropped with another one.
				drops.add("DROP %s IF EXISTS %s CASCADE".formatted(object.command(), String.join(", ", names)));
				names.clear();
			}
		}
		return drops;
	}

	/**
	 * Returns whether DROP accepts several names. For operator classes, text search
	 * objects and similar it accepts only one.
	 */
	private static boolean takesSeveral(DroppableObject object) {
		return List.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "ROUTINE", "TYPE").contains(object.command());
	}

}
