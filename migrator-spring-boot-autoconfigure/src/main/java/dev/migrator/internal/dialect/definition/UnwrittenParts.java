package dev.migrator.internal.dialect.definition;

import java.util.Collection;
import java.util.List;

import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * Finds the properties of objects that no definition has.
 */
public final class UnwrittenParts {

	private static final String QUERY = """
			select p.what from (
			    select 'the tablespace of ' || c.oid::regclass, c.relnamespace from pg_catalog.pg_class c
			        where c.reltablespace <> 0 and c.relkind in ('r', 'p', 'i', 'I', 'm')
			    union all select 'that table ' || c.oid::regclass || ' is of type ' || c.reloftype::regtype, c.relnamespace
			        from pg_catalog.pg_class c where c.reloftype <> 0
			    union all select 'the access method of table ' || c.oid::regclass, c.relnamespace
			        from pg_catalog.pg_class c join pg_catalog.pg_am m on m.oid = c.relam
			        where c.relkind = 'r' and m.amname <> 'heap'
			    union all select 'the order of the columns of partition ' || c.oid::regclass, c.relnamespace
			        from pg_catalog.pg_class c join pg_catalog.pg_inherits h on h.inhrelid = c.oid
			        cross join lateral (select pg_catalog.array_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a
			            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) own (columns)
			        cross join lateral (select pg_catalog.array_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a
			            where a.attrelid = h.inhparent and a.attnum > 0 and not a.attisdropped) parent (columns)
			        where c.relispartition and own.columns <> parent.columns
			    union all select 'rights on ' || case c.relkind when 'S' then 'sequence ' when 'v' then 'view '
			            when 'm' then 'materialized view ' else 'table ' end || c.oid::regclass, c.relnamespace
			        from pg_catalog.pg_class c
			        where exists (select from pg_catalog.aclexplode(c.relacl) x where x.grantee <> c.relowner)
			            or exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attacl is not null)
			    union all select 'rights on ' || case p.prokind when 'p' then 'procedure ' else 'function ' end
			            || p.oid::regprocedure, p.pronamespace
			        from pg_catalog.pg_proc p where p.proacl is not null
			    union all select 'rights on type ' || t.oid::regtype, t.typnamespace
			        from pg_catalog.pg_type t where t.typacl is not null
			    union all select 'rights on schema ' || pg_catalog.quote_ident(s.nspname), s.oid from pg_catalog.pg_namespace s
			        where s.nspname <> 'public'
			            and exists (select from pg_catalog.aclexplode(s.nspacl) x where x.grantee <> s.nspowner)
			    ) p (what, schema)
			join pg_catalog.pg_namespace n on n.oid = p.schema
			where {schemas} order by 1
			""";

	private UnwrittenParts() {
	}

	/**
	 * Finds them, with one query.
	 * @param connection the session
	 * @param schemas the names of the schemas
	 * @return a description of each, in order
	 */
	public static List<String> read(ServerConnection connection, Collection<String> schemas) {
		return connection.query(QUERY.replace("{schemas}", CatalogSelection.schemas(schemas).condition()))
			.stream()
			.map((row) -> row.required(0))
			.toList();
	}

}
