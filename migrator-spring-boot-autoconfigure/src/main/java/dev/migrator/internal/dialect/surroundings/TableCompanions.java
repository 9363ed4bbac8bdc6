package dev.migrator.internal.dialect.surroundings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ObjectName;

/**
 * Reads what is dropped with a table, and does not return when the table is created
 * again: policies, triggers, rules, rights and everything else that is not compared.
 */
public final class TableCompanions {

	/** The query. The roles are those with rights, except the owner. */
	private static final String QUERY = """
			select n.nspname, c.relname, x.what from (values %s) w (schema, relation)
			join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.relation and c.relkind in ('r', 'p')
			cross join lateral (
			    select 1, 'policy ' || pg_catalog.quote_ident(p.polname) from pg_catalog.pg_policy p where p.polrelid = c.oid
			    union all select 2, 'row level security' where c.relrowsecurity
			    union all select 3, 'trigger ' || pg_catalog.quote_ident(t.tgname) from pg_catalog.pg_trigger t
			        where t.tgrelid = c.oid and not t.tgisinternal
			    union all select 4, 'rule ' || pg_catalog.quote_ident(r.rulename) from pg_catalog.pg_rewrite r
			        where r.ev_class = c.oid
			    union all select distinct 5, 'the rights of ' || case a.grantee when 0 then 'PUBLIC'
			            else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end
			        from pg_catalog.aclexplode(c.relacl) a where a.grantee <> c.relowner
			    union all select distinct 6, 'the rights of ' || case a.grantee when 0 then 'PUBLIC'
			            else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end || ' on single columns'
			        from pg_catalog.pg_attribute b cross join lateral pg_catalog.aclexplode(b.attacl) a
			        where b.attrelid = c.oid and not b.attisdropped and a.grantee <> c.relowner
			    union all select 7, 'its owner ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(c.relowner))
			        where pg_catalog.pg_get_userbyid(c.relowner) <> current_user
			    union all select 8, 'statistics object ' || pg_catalog.quote_ident(s.stxname)
			        from pg_catalog.pg_statistic_ext s where s.stxrelid = c.oid
			    union all select 9, 'what publication ' || pg_catalog.quote_ident(u.pubname) || ' has of it'
			        from pg_catalog.pg_publication_rel l join pg_catalog.pg_publication u on u.oid = l.prpubid
			        where l.prrelid = c.oid
			    ) x (place, what)
			order by 1, 2, x.place, 3
			""";

	private TableCompanions() {
	}

	/**
	 * Reads the companions of tables, with one query.
	 * @param connection the session
	 * @param server the schemas of the database
	 * @param tables the names of the tables
	 * @return descriptions, by table; no entry for a table without any
	 */
	public static Map<ObjectName, List<String>> read(ServerConnection connection, ServerSchemas server,
			Collection<ObjectName> tables) {
		Map<ObjectName, List<String>> found = new LinkedHashMap<>();
		if (tables.isEmpty()) {
			return found;
		}
		CatalogNames names = new CatalogNames(server.defaultSchema());
		connection.query(QUERY.formatted(SqlText.nameRows(tables)))
			.forEach((row) -> found
				.computeIfAbsent(names.of(row.required(0), row.required(1)), (name) -> new ArrayList<>())
				.add(row.required(2)));
		return found;
	}

}
