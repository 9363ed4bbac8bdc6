package dev.migrator.internal.dialect.surroundings;

import java.util.Collection;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.ObjectId.Kind;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Writes the queries for the objects that use others, and for what these objects need.
 */
final class DependantsQuery {

	/**
	 * Finds the dependents. Parts of a table (its own policies and triggers) are dropped
	 * with it, but not with a column. The objects on a view are dropped with it. Any
	 * object that uses one of these is found, because it prevents the drop. A table is
	 * changed with its partitions and with the tables that inherit from it.
	 */
	private static final String FOUND = """
			with recursive named (kind, schema, name, part) as (values %s),
			asked (classid, objid, objsubid) as (
			    select 'pg_catalog.pg_class'::regclass::oid, r.oid, coalesce(a.attnum, 0)
			    from named w join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			    join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
			    cross join lateral (with recursive down (oid) as (select c.oid union
			        select h.inhrelid from down d join pg_catalog.pg_inherits h on h.inhparent = d.oid) select d.oid from down d) r
			    left join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attname = w.part
			    where w.kind in ('TABLE', 'INDEX', 'SEQUENCE') or w.kind = 'COLUMN' and a.attnum is not null
			    union all
			    select 'pg_catalog.pg_type'::regclass::oid, pg_catalog.unnest(array[t.oid, t.typarray]), 0
			    from named w join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			    join pg_catalog.pg_type t on t.typnamespace = n.oid and t.typname = w.name
			    where w.kind in ('TABLE', 'TYPE')
			    union all
			    select x.classid, x.objid, 0
			    from named w join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			    join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
			    join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.conname = w.part
			    cross join lateral (values ('pg_catalog.pg_constraint'::regclass::oid, k.oid),
			        ('pg_catalog.pg_class'::regclass::oid, k.conindid)) x (classid, objid)
			    where w.kind = 'CONSTRAINT'
			),
			found (classid, objid) as (
			    select %s, %s from asked k
			    join pg_catalog.pg_depend d on d.refclassid = k.classid and d.refobjid = k.objid and d.deptype = 'n'
			        and (k.objsubid = 0 or d.refobjsubid = k.objsubid)
			    left join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid
			    left join (pg_catalog.pg_constraint f join pg_catalog.pg_namespace fn on fn.oid = f.connamespace)
			        on d.classid = 'pg_catalog.pg_constraint'::regclass and f.oid = d.objid and f.contype = 'f'
			    where (%s or fn.nspname not in ({known}) or {types} or {heirs}) and not (k.objsubid = 0 and exists (select from pg_catalog.pg_depend own
			        where own.classid = d.classid and own.objid = d.objid and own.refclassid = d.refclassid
			            and own.refobjid = k.objid and own.deptype in ('a', 'i')))
			    union
			    select %s, %s from found k
			    cross join lateral (
			        select x.classid, x.objid, x.deptype from pg_catalog.pg_depend x
			            where x.refclassid = k.classid and x.refobjid = k.objid and x.deptype in ('n', 'a')
			        union all
			        select x.classid, x.objid, x.deptype from pg_catalog.pg_class v join pg_catalog.pg_depend x
			            on x.refclassid = 'pg_catalog.pg_type'::regclass and x.refobjid = v.reltype and x.deptype = 'n'
			            where k.classid = 'pg_catalog.pg_class'::regclass and v.oid = k.objid
			    ) d
			    left join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid
			    where %s or d.deptype = 'n'
			)
			select f.classid::regclass, f.objid, n.nspname, c.relname, coalesce(t.tgname, r.rulename, p.polname, k.conname),
			    c.relkind, i.identity, i.type, i.schema
			from found f
			left join pg_catalog.pg_trigger t on f.classid = 'pg_catalog.pg_trigger'::regclass and t.oid = f.objid
			left join pg_catalog.pg_rewrite r on f.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = f.objid
			left join pg_catalog.pg_policy p on f.classid = 'pg_catalog.pg_policy'::regclass and p.oid = f.objid
			left join pg_catalog.pg_constraint k on f.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = f.objid
			left join (pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace) on c.oid =
			    case when f.classid = 'pg_catalog.pg_class'::regclass then f.objid
			        else coalesce(t.tgrelid, r.ev_class, p.polrelid, k.conrelid) end
			cross join lateral pg_catalog.pg_identify_object(f.classid, f.objid, 0) i
			where t.tgisinternal is distinct from true and coalesce(t.tgparentid, 0) = 0 and i.identity is not null
			""";

	/**
	 * Finds the users of a type, besides the known columns and domains. The users in all
	 * schemas matter, because a type can only be changed as a whole.
	 */
	private static final String OF_TYPES = """
			k.classid = 'pg_catalog.pg_type'::regclass and (
			    d.classid = 'pg_catalog.pg_class'::regclass and exists (select from pg_catalog.pg_class u
			        join pg_catalog.pg_namespace un on un.oid = u.relnamespace where u.oid = d.objid
			            and (u.relkind in ('c', 'f') or u.relkind in ('r', 'p') and un.nspname not in ({known})))
			    or d.classid = 'pg_catalog.pg_type'::regclass and exists (select from pg_catalog.pg_type u
			        join pg_catalog.pg_namespace un on un.oid = u.typnamespace where u.oid = d.objid
			            and (u.typtype = 'r' or u.typtype = 'd' and un.nspname not in ({known})))
			    or d.classid in ('pg_catalog.pg_cast'::regclass, 'pg_catalog.pg_operator'::regclass))
			""";

	/**
	 * Finds inheriting tables, because PostgreSQL does not drop a table from which others
	 * inherit.
	 */
	private static final String HEIRS = """
			k.objsubid = 0 and d.classid = 'pg_catalog.pg_class'::regclass and exists (select from pg_catalog.pg_inherits h
			        join pg_catalog.pg_class hc on hc.oid = h.inhrelid
			        where h.inhrelid = d.objid and h.inhparent = k.objid and not hc.relispartition)
			""";

	/** Replaces the rule of a view by the view. */
	private static final String CLASS = "case when r.rulename = '_RETURN' then 'pg_catalog.pg_class'::regclass::oid else d.classid end";

	private static final String OBJECT = "case when r.rulename = '_RETURN' then r.ev_class else d.objid end";

	private static final String KINDS = "d.classid in ('pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_policy'::regclass, "
			+ "'pg_catalog.pg_trigger'::regclass, 'pg_catalog.pg_proc'::regclass)";

	private static final String NEEDS = """
			select o.classid::regclass, o.objid, d.refclassid::regclass, d.refobjid, n.nspname, coalesce(w.relname, b.typname),
			    coalesce(a.attname, k.conname), w.relkind, k.oid is not null
			from (values %s) o (classid, objid)
			cross join lateral (
			    select x.refclassid, x.refobjid, x.refobjsubid, x.deptype from pg_catalog.pg_depend x
			        where x.classid = o.classid and x.objid = o.objid
			    union all
			    select x.refclassid, x.refobjid, x.refobjsubid, x.deptype from pg_catalog.pg_rewrite r
			        join pg_catalog.pg_depend x on x.classid = 'pg_catalog.pg_rewrite'::regclass and x.objid = r.oid
			        where o.classid = 'pg_catalog.pg_class'::regclass and r.ev_class = o.objid and r.rulename = '_RETURN'
			) d
			left join pg_catalog.pg_index x on d.refclassid = 'pg_catalog.pg_class'::regclass and x.indexrelid = d.refobjid
			left join pg_catalog.pg_constraint k on k.oid = case
			    when d.refclassid = 'pg_catalog.pg_constraint'::regclass then d.refobjid
			    when x.indexrelid is not null then (select u.oid from pg_catalog.pg_constraint u
			        where u.conrelid = x.indrelid and u.conindid = x.indexrelid and u.contype in ('p', 'u')) end
			left join pg_catalog.pg_type t on d.refclassid = 'pg_catalog.pg_type'::regclass and t.oid = d.refobjid
			left join pg_catalog.pg_type e on e.typarray = t.oid
			left join pg_catalog.pg_type b on b.oid = coalesce(e.oid, t.oid)
			left join pg_catalog.pg_class c on c.oid = case when d.refclassid = 'pg_catalog.pg_class'::regclass
			        and k.oid is null then d.refobjid else coalesce(k.conrelid, nullif(b.typrelid, 0)) end
			left join pg_catalog.pg_attribute a on d.refclassid = 'pg_catalog.pg_class'::regclass
			    and a.attrelid = d.refobjid and a.attnum = d.refobjsubid and d.refobjsubid > 0
			left join lateral (with recursive up (oid) as (select c.oid union
			    select h.inhparent from up u join pg_catalog.pg_inherits h on h.inhrelid = u.oid) select u.oid from up u) up on true
			left join pg_catalog.pg_class w on w.oid = up.oid
			left join pg_catalog.pg_namespace n on n.oid = coalesce(w.relnamespace, b.typnamespace)
			where d.deptype in ('n', 'a')
			order by 1, 2, 5, 6, 7
			""";

	/**
	 * Finds all objects of schemas that are known by their SQL, except those of an
	 * extension.
	 */
	private static final String ALL = """
			select o.classid, o.objid, n.nspname, c.relname, o.name, c.relkind, i.identity, i.type, i.schema
			from (
			    select 'pg_proc', p.oid, p.pronamespace, null::oid, null::name from pg_catalog.pg_proc p where p.prokind in ('f', 'p')
			    union all select 'pg_class', c.oid, c.relnamespace, c.oid, null from pg_catalog.pg_class c
			        where c.relkind in ('v', 'm')
			    union all select 'pg_trigger', t.oid, c.relnamespace, c.oid, t.tgname from pg_catalog.pg_trigger t
			        join pg_catalog.pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0
			    union all select 'pg_rewrite', r.oid, c.relnamespace, c.oid, r.rulename from pg_catalog.pg_rewrite r
			        join pg_catalog.pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN'
			    union all select 'pg_policy', p.oid, c.relnamespace, c.oid, p.polname from pg_catalog.pg_policy p
			        join pg_catalog.pg_class c on c.oid = p.polrelid
			) o (classid, objid, schema, relid, name)
			join pg_catalog.pg_namespace n on n.oid = o.schema left join pg_catalog.pg_class c on c.oid = o.relid
			cross join lateral pg_catalog.pg_identify_object(('pg_catalog.' || o.classid)::regclass, o.objid, 0) i
			where {schemas} and (c.oid is null or c.relkind in ('v', 'm', 'r', 'p') and not c.relispartition)
			    and i.identity is not null and (select pg_catalog.count(*) from pg_catalog.pg_depend x
			        where x.classid = case when c.oid is null then 'pg_catalog.pg_proc'::regclass else 'pg_catalog.pg_class'::regclass end
			            and x.objid = coalesce(c.oid, o.objid) and x.objsubid = 0 and x.deptype in ('e', 'i')) = 0
			order by o.objid
			""";

	/**
	 * Finds the parts of tables, and the domains, that use routines. Before PostgreSQL 15
	 * a generated column depends by itself, not by its expression.
	 */
	private static final String USERS = """
			select d.refobjid, u.kind, n.nspname, u.name, u.part
			from pg_catalog.pg_depend d cross join lateral (
			    select case a.attgenerated when '' then 'DEFAULT' else 'COLUMN' end, c.relnamespace, c.relname, a.attname
			        from pg_catalog.pg_attrdef v join pg_catalog.pg_class c on c.oid = v.adrelid and c.relkind in ('r', 'p')
			        join pg_catalog.pg_attribute a on a.attrelid = v.adrelid and a.attnum = v.adnum
			        where d.classid = 'pg_catalog.pg_attrdef'::regclass and v.oid = d.objid
			    union all select 'COLUMN', c.relnamespace, c.relname, a.attname
			        from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
			        where d.classid = 'pg_catalog.pg_class'::regclass and c.oid = d.objid and d.objsubid > 0
			            and c.relkind in ('r', 'p')
			    union all select 'CONSTRAINT', c.relnamespace, c.relname, k.conname
			        from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
			        where d.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objid
			    union all select 'TYPE', t.typnamespace, t.typname, null
			        from pg_catalog.pg_constraint k join pg_catalog.pg_type t on t.oid = k.contypid
			        where d.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objid
			    union all select 'TYPE', t.typnamespace, t.typname, null from pg_catalog.pg_type t
			        where d.classid = 'pg_catalog.pg_type'::regclass and t.oid = d.objid and t.typtype = 'd'
			    union all select 'INDEX', c.relnamespace, c.relname, null from pg_catalog.pg_class c
			        where d.classid = 'pg_catalog.pg_class'::regclass and c.oid = d.objid and c.relkind in ('i', 'I')
			) u (kind, schema, name, part)
			join pg_catalog.pg_namespace n on n.oid = u.schema
			where d.refclassid = 'pg_catalog.pg_proc'::regclass and d.refobjid in ({oids})
			order by 1, 2, 3, 4, 5
			""";

	private DependantsQuery() {
	}

	/**
	 * Returns the query for the objects that use others, directly or not.
	 * @param used the tables, columns, types, constraints, indexes and sequences
	 * @param schemas the schemas of the known tables
	 * @return a query for class, number, schema and name of the relation, own name, kind
	 * of the relation, and identity, type and schema in words
	 */
	static String found(Collection<ObjectId> used, Collection<String> schemas) {
		String values = used.stream().map(DependantsQuery::values).collect(Collectors.joining(", "));
		String known = schemas.stream().map(SqlText::literal).collect(Collectors.joining(", "));
		return FOUND.formatted(values, CLASS, OBJECT, KINDS, CLASS, OBJECT, KINDS)
			.replace("{types}", OF_TYPES)
			.replace("{heirs}", HEIRS)
			.replace("{known}", known);
	}

	/**
	 * Returns the query for all objects of schemas.
	 * @param schemas the schemas
	 * @return a query with the same columns as that for the objects that use others
	 */
	static String all(CatalogSelection schemas) {
		return ALL.replace("{schemas}", schemas.condition());
	}

	/**
	 * Returns the query for what uses routines in a table or a domain.
	 * @param found the rows of the objects
	 * @return a query for the number of the routine, and the kind, schema, name and part
	 * of what uses it
	 */
	static String users(Collection<Row> found) {
		String oids = found.stream()
			.filter((row) -> row.required(0).equals("pg_proc"))
			.map((row) -> row.required(1))
			.collect(Collectors.joining(", "));
		return USERS.replace("{oids}", oids.isEmpty() ? "0" : oids);
	}

	/**
	 * Returns the query for what objects need.
	 * @param found the rows of the objects, which begin with class and number
	 * @return a query for class and number of the object, and of the needed one; schema,
	 * name, part and kind of the needed one; and whether it is a constraint
	 */
	static String needs(Collection<Row> found) {
		return NEEDS.formatted(found.stream()
			.map((row) -> "('%s'::regclass::oid, %s::oid)".formatted(row.required(0), row.required(1)))
			.collect(Collectors.joining(", ")));
	}

	private static String values(ObjectId id) {
		boolean inTable = id.kind() == Kind.COLUMN || id.kind() == Kind.CONSTRAINT;
		ObjectName name = inTable ? id.columnName().table() : id.objectName();
		String part = inTable ? id.name() : null;
		return "('%s', %s, %s, %s)".formatted(id.kind(), name(name.schema()), name(name.name()), name(part));
	}

	private static String name(@Nullable String name) {
		return ((name != null) ? SqlText.literal(name) : "NULL") + "::name";
	}

}
