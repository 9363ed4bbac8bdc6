package dev.migrator.internal.dialect.surroundings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.schema.OpaqueText;
import org.jspecify.annotations.Nullable;

/**
 * The statements that create an object of a kind that is known by its SQL, with its
 * owner, rights, comments and other properties, and the statement that drops it.
 *
 * @param text the statements that create it, in the server's words
 * @param drop the statement that drops it
 * @param roles the roles that must exist before it is created, as a list in SQL, or
 * {@code null} if it needs none
 */
public record ObjectTexts(OpaqueText text, String drop, @Nullable String roles) {

	private static final String CREATE = "CREATE";

	private static final String NOT_FILLED = "\nWITH NO DATA;$";

	private static final String ME = "(select r.oid from pg_catalog.pg_roles r where r.rolname = current_user)";

	/** The grantee of an entry x of a list of rights. */
	private static final String GRANTEE = """
			case when x.grantee = 0 then 'PUBLIC' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) end""";

	private static final String GRANTABLE = "case when x.is_grantable then ' WITH GRANT OPTION' else '' end";

	private static final String OWNER = """
			case when o.{prefix}owner = {me} then ''
			    else pg_catalog.format(E'\\nALTER %s OWNER TO %I;', {name}, pg_catalog.pg_get_userbyid(o.{prefix}owner)) end""";

	/**
	 * The rights of other roles. Revokes default rights that the object does not have.
	 */
	private static final String RIGHTS = """
			coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nREVOKE %s ON %s FROM %s;', x.privilege_type,
			        {on}, {grantee}), '' order by x.grantee, x.privilege_type)
			    from pg_catalog.pg_default_acl d cross join lateral pg_catalog.aclexplode(d.defaclacl) x
			    where d.defaclrole = {me} and d.defaclobjtype = '{type}' and d.defaclnamespace in (0, o.{prefix}namespace)
			        and x.grantee <> o.{prefix}owner and not exists (select from pg_catalog.aclexplode(o.{prefix}acl) y
			            where y.grantee = x.grantee and y.privilege_type = x.privilege_type)), '')
			    || coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nGRANT %s ON %s TO %s%s;',
			        x.privilege_type, {on}, {grantee}, {grantable}), '' order by x.grantee, x.privilege_type)
			    from pg_catalog.aclexplode(o.{prefix}acl) x where x.grantee <> o.{prefix}owner), '')""";

	private static final String COLUMN_RIGHTS = """
			coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nGRANT %s (%I) ON %s TO %s%s;',
			        x.privilege_type, a.attname, o.oid::regclass, {grantee}, {grantable}), '' order by a.attnum)
			    from pg_catalog.pg_attribute a cross join lateral pg_catalog.aclexplode(a.attacl) x
			    where a.attrelid = o.oid and not a.attisdropped), '')""";

	private static final String NOT_PUBLIC = """
			case when o.proacl is null or exists (select from pg_catalog.aclexplode(o.proacl) x where x.grantee = 0)
			    then '' else pg_catalog.format(E'\\nREVOKE ALL ON %s FROM PUBLIC;', {name}) end""";

	private static final String ROLES = """
			(select pg_catalog.string_agg(pg_catalog.quote_ident(r.rolname), ', ' order by r.rolname)
			    from pg_catalog.pg_roles r where r.oid = nullif(o.{prefix}owner, {me}) or r.oid <> o.{prefix}owner
			        and r.oid in ({grantees}))""";

	/** An array of statements: one that creates a thing, and one that drops it. */
	private static final String COMMENT = """
			coalesce((select array[pg_catalog.format('COMMENT ON %s IS %s;', {name}, pg_catalog.quote_literal(c.text)),
			    pg_catalog.format('COMMENT ON %s IS NULL;', {name})]
			    from (select pg_catalog.obj_description(o.oid, '{catalog}')) c (text) where c.text is not null), '{}')""";

	private static final String VIEWS = """
			select 'pg_class', o.oid, pg_catalog.format('CREATE%s %s%s%s%s AS%s%s;',
			        case when o.relpersistence = 'u' then ' UNLOGGED' else '' end, {name},
			        (select ' USING ' || pg_catalog.quote_ident(m.amname) from pg_catalog.pg_am m
			            where m.oid = o.relam and m.amname <> pg_catalog.current_setting('default_table_access_method')),
			        case when o.reloptions is not null
			            then ' WITH (' || pg_catalog.array_to_string(o.reloptions, ', ') || ')' else '' end,
			        (select ' TABLESPACE ' || pg_catalog.quote_ident(s.spcname) from pg_catalog.pg_tablespace s
			            where s.oid = o.reltablespace),
			        E'\\n' || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(o.oid), ';'),
			        case when o.relispopulated then '' else E'\\nWITH NO DATA' end),
			    coalesce((select pg_catalog.array_agg(x.sql order by a.attnum, x.place)
			        from pg_catalog.pg_attrdef d join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
			        cross join lateral (values
			            (1, pg_catalog.format('ALTER %s ALTER COLUMN %I SET DEFAULT %s;', {name}, a.attname,
			                pg_catalog.pg_get_expr(d.adbin, d.adrelid))),
			            (2, pg_catalog.format('ALTER %s ALTER COLUMN %I DROP DEFAULT;', {name}, a.attname))) x (place, sql)
			        where d.adrelid = o.oid), '{}')
			    || coalesce((select pg_catalog.array_agg(x.sql order by a.attnum, x.place)
			        from pg_catalog.pg_attribute a cross join lateral (values
			            (1, pg_catalog.format('ALTER %s ALTER COLUMN %I SET STATISTICS %s;', {name}, a.attname,
			                a.attstattarget)),
			            (2, pg_catalog.format('ALTER %s ALTER COLUMN %I SET STATISTICS -1;', {name}, a.attname))) x (place, sql)
			        where a.attrelid = o.oid and a.attnum > 0 and a.attstattarget >= 0), '{}')
			    || coalesce((select pg_catalog.array_agg(x.sql order by c.relname, x.place)
			        from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
			        cross join lateral (values
			            (1, pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) || ';'
			                || case when i.indisclustered then pg_catalog.format(E'\\nALTER %s CLUSTER ON %I;', {name}, c.relname)
			                    else '' end
			                || coalesce(pg_catalog.format(E'\\nCOMMENT ON INDEX %s IS ', c.oid::regclass)
			                    || pg_catalog.quote_literal(pg_catalog.obj_description(c.oid, 'pg_class')) || ';', '')),
			            (2, pg_catalog.format('DROP INDEX %s;', c.oid::regclass))) x (place, sql)
			        where i.indrelid = o.oid), '{}')
			    || coalesce((select pg_catalog.array_agg(x.sql order by s.stxname, x.place)
			        from (select s.oid, s.stxname, n.nspname, pg_catalog.pg_get_statisticsobjdef(s.oid) as definition,
			                pg_catalog.format('CREATE STATISTICS %I.', pg_catalog.current_schema()) as start
			            from pg_catalog.pg_statistic_ext s join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
			            where s.stxrelid = o.oid) s
			        cross join lateral (values
			            (1, 'CREATE STATISTICS ' || pg_catalog.substr(s.definition, case when pg_catalog.starts_with(s.definition,
			                s.start) then pg_catalog.length(s.start) + 1 else 19 end) || ';'),
			            (2, pg_catalog.format('DROP STATISTICS %s%I;', case when s.nspname = pg_catalog.current_schema() then ''
			                else pg_catalog.quote_ident(s.nspname) || '.' end, s.stxname))) x (place, sql)), '{}')
			    || coalesce((select pg_catalog.array_agg(x.sql order by d.objsubid, x.place)
			        from pg_catalog.pg_description d left join pg_catalog.pg_attribute a on a.attrelid = o.oid
			            and a.attnum = d.objsubid
			        cross join lateral (values (1, pg_catalog.quote_literal(d.description)), (2, 'NULL')) t (place, text)
			        cross join lateral (values (t.place, pg_catalog.format('COMMENT ON %s IS %s;', case when d.objsubid = 0
			            then {name} else pg_catalog.format('COLUMN %s.%I', o.oid::regclass, a.attname) end, t.text))) x (place, sql)
			        where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = o.oid), '{}'),
			    {owner}
			    || {rights}
			    || {columnRights},
			    pg_catalog.format('DROP %s;', {name}), {roles}, o.relkind = 'v',
			    array(select pg_catalog.concat_ws(' ', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
			            nullif(a.attcollation, 0)::regcollation)
			        from pg_catalog.pg_attribute a where a.attrelid = o.oid and a.attnum > 0 order by a.attnum)
			from pg_catalog.pg_class o
			cross join lateral (select case o.relkind when 'm' then 'MATERIALIZED VIEW' else 'VIEW' end) k (words)
			where o.relkind in ('v', 'm') and o.oid in ({oids})
			""";

	/**
	 * An aggregate has no such text. The server always writes the schema of a function;
	 * the schema of unqualified names is left out.
	 */
	private static final String ROUTINES = """
			select 'pg_proc', o.oid, pg_catalog.rtrim(case when pg_catalog.starts_with(d.definition, f.start) then 'CREATE '
			        || k.words || ' ' || pg_catalog.substr(d.definition, pg_catalog.length(f.start) + 1)
			        else 'CREATE ' || pg_catalog.substr(d.definition, 19) end, E'\\n ') || ';',
			    {comment},
			    {owner}
			    || {notPublic}
			    || {rights},
			    pg_catalog.format('DROP %s;', {name}), {roles}, true,
			    array[o.prokind::text || ' ' || coalesce(pg_catalog.pg_get_function_result(o.oid), ''),
			        coalesce(pg_catalog.array_to_string(o.proargmodes, ','), ''),
			        coalesce(pg_catalog.array_to_string(o.proargnames, ',', '?'), '')]
			        || pg_catalog.array_fill('default'::text, array[o.pronargdefaults::int])
			from pg_catalog.pg_proc o
			cross join lateral (select case o.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end) k (words)
			cross join lateral (select pg_catalog.pg_get_functiondef(o.oid)) d (definition)
			cross join lateral (select pg_catalog.format('CREATE OR REPLACE %s %I.', k.words,
			    pg_catalog.current_schema())) f (start)
			where o.prokind <> 'a' and o.oid in ({oids})
			""";

	private static final String TRIGGERS = """
			select 'pg_trigger', o.oid, pg_catalog.pg_get_triggerdef(o.oid, true) || ';',
			    {enabled}
			    || {comment}, '',
			    pg_catalog.format('DROP %s;', {name}), null, false, null
			from pg_catalog.pg_trigger o where o.oid in ({oids})
			""";

	private static final String RULES = """
			select 'pg_rewrite', o.oid, pg_catalog.pg_get_ruledef(o.oid, true),
			    {enabled}
			    || {comment}, '',
			    pg_catalog.format('DROP %s;', {name}), null, false, null
			from pg_catalog.pg_rewrite o where o.oid in ({oids})
			""";

	/** The firing state of a trigger or a rule. */
	private static final String ENABLED = """
			case o.{prefix}enabled when 'O' then '{}' else array[
			    pg_catalog.format('ALTER TABLE %s %s {word} %I;', o.{on}::regclass,
			        case o.{prefix}enabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' else 'ENABLE ALWAYS' end,
			        o.{prefix}name),
			    pg_catalog.format('ALTER TABLE %s ENABLE {word} %I;', o.{on}::regclass, o.{prefix}name)] end""";

	private static final String POLICIES = """
			select 'pg_policy', o.oid, pg_catalog.format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', o.polname,
			        o.polrelid::regclass, case when o.polpermissive then 'PERMISSIVE' else 'RESTRICTIVE' end,
			        case o.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE'
			            else 'ALL' end,
			        (select pg_catalog.string_agg(case when x.role = 0 then 'PUBLIC'
			            else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.role)) end, ', ' order by x.place)
			            from pg_catalog.unnest(o.polroles) with ordinality x (role, place)))
			    || coalesce(' USING (' || pg_catalog.pg_get_expr(o.polqual, o.polrelid) || ')', '')
			    || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(o.polwithcheck, o.polrelid) || ')', '') || ';',
			    {comment}, '',
			    pg_catalog.format('DROP %s;', {name}),
			    (select pg_catalog.string_agg(pg_catalog.quote_ident(r.rolname), ', ' order by r.rolname)
			        from pg_catalog.pg_roles r where r.oid = any (o.polroles)), false, null
			from pg_catalog.pg_policy o where o.oid in ({oids})
			""";

	/**
	 * Returns the queries for objects whose first two columns are class and number.
	 */
	static List<String> queries(Collection<Row> objects) {
		String views = owned(VIEWS, "rel", "r", "o.oid::regclass", """
				select x.grantee from pg_catalog.aclexplode(o.relacl) x union select x.grantee
				    from pg_catalog.pg_attribute a cross join lateral pg_catalog.aclexplode(a.attacl) x
				    where a.attrelid = o.oid and not a.attisdropped""");
		String routines = owned(ROUTINES, "pro", "f", "{name}",
				"select x.grantee from pg_catalog.aclexplode(o.proacl) x");
		return queries(views, routines, objects);
	}

	private static List<String> queries(String views, String routines, Collection<Row> objects) {
		return List.of(query(views, "pg_class", "k.words || ' ' || o.oid::regclass", objects),
				query(routines, "pg_proc", "k.words || ' ' || o.oid::regprocedure", objects),
				query(enabled(TRIGGERS, "TRIGGER", "tg", "tgrelid"), "pg_trigger",
						onTable("TRIGGER", "tgname", "tgrelid"), objects),
				query(enabled(RULES, "RULE", "ev_", "ev_class").replace("o.ev_name", "o.rulename"), "pg_rewrite",
						onTable("RULE", "rulename", "ev_class"), objects),
				query(POLICIES, "pg_policy", onTable("POLICY", "polname", "polrelid"), objects));
	}

	/**
	 * Reads the texts of objects, without owners and rights.
	 * @param connection the session
	 * @param objects the objects; the first two columns are class and number
	 * @return their texts, by class and number written one after the other; none of an
	 * aggregate
	 */
	public static Map<String, ObjectTexts> readBare(ServerConnection connection, Collection<Row> objects) {
		Map<String, ObjectTexts> texts = new HashMap<>();
		connection.queries(queries(bare(VIEWS), bare(ROUTINES), objects))
			.forEach((kind) -> kind.forEach((row) -> texts.put(row.required(0) + row.required(1), of(row))));
		return texts;
	}

	private static String bare(String query) {
		return query.replace("{owner}", "''")
			.replace("{rights}", "''")
			.replace("{columnRights}", "''")
			.replace("{notPublic}", "''")
			.replace("{roles}", "null");
	}

	private static String owned(String query, String prefix, String type, String on, String grantees) {
		return query.replace("{owner}", OWNER)
			.replace("{rights}", RIGHTS)
			.replace("{columnRights}", COLUMN_RIGHTS)
			.replace("{notPublic}", NOT_PUBLIC)
			.replace("{roles}", ROLES)
			.replace("{grantees}", grantees)
			.replace("{on}", on)
			.replace("{type}", type)
			.replace("{prefix}", prefix);
	}

	private static String enabled(String query, String word, String prefix, String on) {
		return query.replace("{enabled}", ENABLED)
			.replace("{word}", word)
			.replace("{prefix}", prefix)
			.replace("{on}", on);
	}

	/**
	 * Returns SQL for the name of an object on a table or a view.
	 */
	private static String onTable(String word, String name, String table) {
		return "pg_catalog.format('%s %%I ON %%s', o.%s, o.%s::regclass)".formatted(word, name, table);
	}

	private static String query(String query, String catalog, String name, Collection<Row> objects) {
		return query.replace("{comment}", COMMENT)
			.replace("{catalog}", catalog)
			.replace("{name}", name)
			.replace("{grantee}", GRANTEE)
			.replace("{grantable}", GRANTABLE)
			.replace("{me}", ME)
			.replace("{oids}", oids(objects, catalog));
	}

	private static String oids(Collection<Row> objects, String catalog) {
		String oids = objects.stream()
			.filter((row) -> row.required(0).equals(catalog))
			.map((row) -> row.required(1))
			.collect(Collectors.joining(", "));
		return oids.isEmpty() ? "0" : oids;
	}

	/**
	 * Reads a row of one of the queries.
	 */
	static ObjectTexts of(Row row) {
		String definition = row.required(2);
		List<String> statements = TextArray.read(row.text(3));
		List<OpaqueText.Beside> beside = new ArrayList<>();
		for (int i = 0; i < statements.size(); i += 2) {
			beside.add(new OpaqueText.Beside(statements.get(i), statements.get(i + 1)));
		}
		String replacement = row.required(7).equals("t") ? "CREATE OR REPLACE" + definition.substring(CREATE.length())
				: null;
		return new ObjectTexts(new OpaqueText(definition, definition.replaceFirst(NOT_FILLED, ";"), replacement, beside,
				row.required(4).strip(), TextArray.read(row.text(8))), row.required(5), row.text(6));
	}

}
