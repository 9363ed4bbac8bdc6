package dev.migrator.dialect;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that create an object of a kind that is not compared as it is, with its
 * owner, rights, comments and what else it has, and that drop it.
 *
 * @param create the statements that create it, in the server's words
 * @param drop the statement that drops it
 */
record ObjectTexts(String create, String drop) {

	/** Of an object o of a catalog: who else may do what with it. */
	private static final String RIGHTS = """
			coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nGRANT %%s ON %s TO %%s%%s;', x.privilege_type,
			        case when x.grantee = 0 then 'PUBLIC' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) end,
			        case when x.is_grantable then ' WITH GRANT OPTION' else '' end), '' order by x.grantee, x.privilege_type)
			    from pg_catalog.aclexplode(%s) x where x.grantee <> %s), '')""";

	private static final String VIEWS = """
			select 'pg_class', o.oid, pg_catalog.format('CREATE%%s %%s %%s%%s AS%%s%%s;',
			        case when o.relpersistence = 'u' then ' UNLOGGED' else '' end, k.words, o.oid::regclass,
			        case when o.reloptions is not null
			            then ' WITH (' || pg_catalog.array_to_string(o.reloptions, ', ') || ')' else '' end,
			        E'\\n' || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(o.oid), ';'),
			        case when o.relispopulated then '' else E'\\nWITH NO DATA' end)
			    || coalesce((select pg_catalog.string_agg(E'\\n' || pg_catalog.pg_get_indexdef(i.indexrelid) || ';', ''
			        order by i.indexrelid::regclass::text) from pg_catalog.pg_index i where i.indrelid = o.oid), '')
			    || case when o.relowner = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user) then ''
			        else pg_catalog.format(E'\\nALTER %%s %%s OWNER TO %%I;', k.words, o.oid::regclass,
			            pg_catalog.pg_get_userbyid(o.relowner)) end
			    || coalesce((select pg_catalog.string_agg(case when d.objsubid = 0
			            then pg_catalog.format(E'\\nCOMMENT ON %%s %%s IS %%L;', k.words, o.oid::regclass, d.description)
			            else pg_catalog.format(E'\\nCOMMENT ON COLUMN %%s.%%I IS %%L;', o.oid::regclass, a.attname,
			                d.description) end, '' order by d.objsubid)
			        from pg_catalog.pg_description d left join pg_catalog.pg_attribute a on a.attrelid = o.oid
			            and a.attnum = d.objsubid
			        where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = o.oid), '')
			    || %s
			    || coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nGRANT %%s (%%I) ON %%s TO %%s%%s;',
			            x.privilege_type, a.attname, o.oid::regclass, case when x.grantee = 0 then 'PUBLIC'
			            else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) end,
			            case when x.is_grantable then ' WITH GRANT OPTION' else '' end), '' order by a.attnum)
			        from pg_catalog.pg_attribute a cross join lateral pg_catalog.aclexplode(a.attacl) x
			        where a.attrelid = o.oid and not a.attisdropped), ''),
			    pg_catalog.format('DROP %%s %%s;', k.words, o.oid::regclass)
			from pg_catalog.pg_class o
			cross join lateral (select case o.relkind when 'm' then 'MATERIALIZED VIEW' else 'VIEW' end) k (words)
			where o.oid in (%s)
			""";

	/** An aggregate has no such text. */
	private static final String ROUTINES = """
			select 'pg_proc', o.oid, pg_catalog.rtrim(pg_catalog.pg_get_functiondef(o.oid), E'\\n ') || ';'
			    || case when o.proowner = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user) then ''
			        else pg_catalog.format(E'\\nALTER %%s %%s OWNER TO %%I;', k.words, o.oid::regprocedure,
			            pg_catalog.pg_get_userbyid(o.proowner)) end
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON %%s %%s IS ', k.words, o.oid::regprocedure)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(o.oid, 'pg_proc')) || ';', '')
			    || case when o.proacl is null or exists (select from pg_catalog.aclexplode(o.proacl) x where x.grantee = 0)
			        then '' else pg_catalog.format(E'\\nREVOKE ALL ON %%s %%s FROM PUBLIC;', k.words, o.oid::regprocedure) end
			    || %s,
			    pg_catalog.format('DROP %%s %%s;', k.words, o.oid::regprocedure)
			from pg_catalog.pg_proc o
			cross join lateral (select case o.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end) k (words)
			where o.prokind <> 'a' and o.oid in (%s)
			""";

	private static final String TRIGGERS = """
			select 'pg_trigger', o.oid, pg_catalog.pg_get_triggerdef(o.oid, true) || ';'
			    || case o.tgenabled when 'O' then '' else pg_catalog.format(E'\\nALTER TABLE %%s %%s TRIGGER %%I;',
			        o.tgrelid::regclass, case o.tgenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA'
			            else 'ENABLE ALWAYS' end, o.tgname) end
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON TRIGGER %%I ON %%s IS ', o.tgname, o.tgrelid::regclass)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(o.oid, 'pg_trigger')) || ';', ''),
			    pg_catalog.format('DROP TRIGGER %%I ON %%s;', o.tgname, o.tgrelid::regclass)
			from pg_catalog.pg_trigger o where o.oid in (%s)
			""";

	private static final String RULES = """
			select 'pg_rewrite', o.oid, pg_catalog.pg_get_ruledef(o.oid, true)
			    || case o.ev_enabled when 'O' then '' else pg_catalog.format(E'\\nALTER TABLE %%s %%s RULE %%I;',
			        o.ev_class::regclass, case o.ev_enabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA'
			            else 'ENABLE ALWAYS' end, o.rulename) end
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON RULE %%I ON %%s IS ', o.rulename, o.ev_class::regclass)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(o.oid, 'pg_rewrite')) || ';', ''),
			    pg_catalog.format('DROP RULE %%I ON %%s;', o.rulename, o.ev_class::regclass)
			from pg_catalog.pg_rewrite o where o.oid in (%s)
			""";

	private static final String POLICIES = """
			select 'pg_policy', o.oid, pg_catalog.format('CREATE POLICY %%I ON %%s AS %%s FOR %%s TO %%s', o.polname,
			        o.polrelid::regclass, case when o.polpermissive then 'PERMISSIVE' else 'RESTRICTIVE' end,
			        case o.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE'
			            else 'ALL' end,
			        (select pg_catalog.string_agg(case when x.role = 0 then 'PUBLIC'
			            else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.role)) end, ', ' order by x.place)
			            from pg_catalog.unnest(o.polroles) with ordinality x (role, place)))
			    || coalesce(' USING (' || pg_catalog.pg_get_expr(o.polqual, o.polrelid) || ')', '')
			    || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(o.polwithcheck, o.polrelid) || ')', '') || ';'
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON POLICY %%I ON %%s IS ', o.polname, o.polrelid::regclass)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(o.oid, 'pg_policy')) || ';', ''),
			    pg_catalog.format('DROP POLICY %%I ON %%s;', o.polname, o.polrelid::regclass)
			from pg_catalog.pg_policy o where o.oid in (%s)
			""";

	/**
	 * The queries for objects, of which the first two columns say class and number.
	 */
	static List<String> queries(Collection<Row> objects) {
		return List.of(
				VIEWS.formatted(rights("%s", "o.oid::regclass", "o.relacl", "o.relowner"), oids(objects, "pg_class")),
				ROUTINES.formatted(rights("%s %s", "k.words, o.oid::regprocedure", "o.proacl", "o.proowner"),
						oids(objects, "pg_proc")),
				TRIGGERS.formatted(oids(objects, "pg_trigger")), RULES.formatted(oids(objects, "pg_rewrite")),
				POLICIES.formatted(oids(objects, "pg_policy")));
	}

	private static String rights(String on, String names, String acl, String owner) {
		return RIGHTS.formatted(on, acl, owner).replace("x.privilege_type,\n", "x.privilege_type, " + names + ",\n");
	}

	private static String oids(Collection<Row> objects, String catalog) {
		String oids = objects.stream()
			.filter((row) -> row.required(0).equals(catalog))
			.map((row) -> row.required(1))
			.collect(Collectors.joining(", "));
		return oids.isEmpty() ? "0" : oids;
	}

	/**
	 * What a row of one of the queries says.
	 */
	static ObjectTexts of(Row row) {
		return new ObjectTexts(row.required(2), row.required(3));
	}

}
