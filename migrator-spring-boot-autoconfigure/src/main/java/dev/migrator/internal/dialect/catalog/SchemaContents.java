package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * All that a schema holds, whatever its kind: what depends on the schema in the server's
 * own record of dependencies, by which {@code DROP SCHEMA} finds it too. Extensions and
 * their objects are not among it.
 *
 * @param schema the schema
 * @param objects its objects, but for those that are part of another
 * @param elsewhere what is in other schemas, or in none, and goes when these objects are
 * dropped with CASCADE
 * @param notOwned objects that the role may not drop, with their owner
 */
public record SchemaContents(String schema, List<DroppableObject> objects, List<String> elsewhere,
		List<String> notOwned) {

	/** Names in one statement. */
	private static final int NAMES = 20;

	/**
	 * Part of another are the sequence of a serial column and the type of a multirange,
	 * not a partition.
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
	 * Owners are in pg_shdepend, but for the role that the server was initialized with,
	 * which is 10. Besides the owner of an object that of its schema may drop it.
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
	 * Follows the dependencies as DROP ... CASCADE does: to what depends on something,
	 * and to the whole of which something is an internal part (a rule is part of its
	 * view).
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
	 * Reads what a schema holds.
	 * @param connection the session
	 * @param schema the schema; one that does not exist holds nothing
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
	 * Whether a schema holds nothing.
	 * @param connection the session
	 * @param schema the schema, or {@code null} for the connection's; one that does not
	 * exist holds nothing
	 * @return {@code true} if there is no object in it but those of extensions
	 */
	public static boolean isEmpty(ServerConnection connection, @Nullable String schema) {
		String name = (schema != null) ? SqlText.literal(schema) : "pg_catalog.current_schema()";
		return connection.query(OBJECTS.formatted(name) + " limit 1").isEmpty();
	}

	private static @Nullable Long number(@Nullable String text) {
		return (text != null) ? Long.valueOf(text) : null;
	}

	/**
	 * Whether the schema is the server's own.
	 * @param schema the schema
	 * @return {@code true} for {@code information_schema} and what begins with
	 * {@code pg_}
	 */
	public static boolean isSystem(String schema) {
		return schema.startsWith("pg_") || schema.equals("information_schema");
	}

	/**
	 * The statements that drop the objects, and what depends on them.
	 * @return the statements, in the order in which they take the fewest locks each
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
				// What went with another object is gone already.
				drops.add("DROP %s IF EXISTS %s CASCADE".formatted(object.command(), String.join(", ", names)));
				names.clear();
			}
		}
		return drops;
	}

	/**
	 * Of operator classes, text search objects and the like DROP takes one at a time.
	 */
	private static boolean takesSeveral(DroppableObject object) {
		return List.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "ROUTINE", "TYPE").contains(object.command());
	}

}
