package dev.migrator.testing;

import java.util.List;

/**
 * What a database holds, as the catalog describes it: a line for each object and each of
 * its properties, in an order of its own. Two databases with the same lines have the same
 * schema. System schemas and what belongs to an extension are left out, and so is data.
 *
 * @param lines the lines, sorted
 */
public record CatalogSnapshot(List<String> lines) {

	private static final String COLUMN_ORDER = "columns of ";

	/**
	 * Each query has one column, the line. Names are qualified: the search path is empty.
	 */
	private static final List<String> QUERIES = List.of("""
			select 'schema ' || quote_ident(nspname) || acl(nspacl) from pg_namespace n
			where oid >= 16384 and nspname !~ '^pg_' and not extension('pg_namespace', oid)
			""", """
			select format('extension %I %s in %I', extname, extversion, nspname)
			from pg_extension e join pg_namespace n on n.oid = extnamespace where e.oid >= 16384
			""",
			"""
					select format('relation %s kind %s persistence %s owner %I options %s security %s %s replica identity %s', c.oid::regclass,
					        relkind, relpersistence, pg_get_userbyid(relowner), reloptions, relrowsecurity, relforcerowsecurity, relreplident)
					    || acl(relacl)
					    || coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
					    || coalesce(' partition ' || pg_get_expr(relpartbound, c.oid), '')
					    || coalesce(' inherits ' || (select string_agg(inhparent::regclass::text, ', ' order by inhseqno)
					        from pg_inherits where inhrelid = c.oid), '')
					    || case when relkind in ('v', 'm') then ' as ' || pg_get_viewdef(c.oid) else '' end
					from pg_class c where own(relnamespace) and relkind in ('r', 'v', 'm', 'p', 'f', 'c', 'S')
					    and not extension('pg_class', oid)
					""",
			"""
					select format('column %s.%I %s', c.oid::regclass, attname, format_type(atttypid, atttypmod))
					    || case when attnotnull then ' not null' else '' end
					    || case when attidentity <> '' then ' identity ' || attidentity::text else '' end
					    || case when attgenerated <> '' then ' generated ' || attgenerated::text else '' end
					    || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
					    || case when attcollation <> typcollation then ' collate ' || attcollation::regcollation else '' end
					    || ' storage ' || attstorage::text
					    || acl(attacl)
					from pg_class c join pg_attribute a on attrelid = c.oid join pg_type t on t.oid = atttypid
					    left join pg_attrdef d on adrelid = c.oid and adnum = attnum
					where own(relnamespace) and relkind in ('r', 'v', 'm', 'p', 'f', 'c') and attnum > 0 and not attisdropped
					    and not extension('pg_class', c.oid)
					""",
			"select '" + COLUMN_ORDER
					+ """
							' || c.oid::regclass || ': ' || string_agg(quote_ident(attname), ', ' order by attnum)
							from pg_class c join pg_attribute a on attrelid = c.oid
							where own(relnamespace) and relkind in ('r', 'v', 'm', 'p', 'f', 'c') and attnum > 0 and not attisdropped
							    and not extension('pg_class', c.oid)
							group by c.oid
							""",
			"""
					select format('constraint %I on %s: %s', conname,
					    case when conrelid <> 0 then conrelid::regclass::text else contypid::regtype::text end, pg_get_constraintdef(oid))
					from pg_constraint c where own(connamespace) and not extension('pg_constraint', oid)
					""",
			"""
					select format('index %s%s%s%s', pg_get_indexdef(indexrelid), case when indisvalid then '' else ' invalid' end,
					    case when indisclustered then ' clustered' else '' end, case when indisreplident then ' replica identity' else '' end)
					from pg_index i join pg_class c on c.oid = indexrelid where own(relnamespace) and not extension('pg_class', c.oid)
					""",
			"""
					select format('sequence %s %s start %s by %s from %s to %s cache %s%s', seqrelid::regclass, seqtypid::regtype,
					    seqstart, seqincrement, seqmin, seqmax, seqcache, case when seqcycle then ' cycle' else '' end)
					    || coalesce((select format(' owned by %s.%I', refobjid::regclass, attname) from pg_depend
					        join pg_attribute on attrelid = refobjid and attnum = refobjsubid
					        where classid = 'pg_class'::regclass and objid = seqrelid and deptype in ('a', 'i')), '')
					from pg_sequence s join pg_class c on c.oid = seqrelid
					where own(relnamespace) and not extension('pg_class', c.oid)
					""",
			"""
					select format('enum %s (%s)', t.oid::regtype, string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)) || acl(typacl)
					from pg_type t join pg_enum e on enumtypid = t.oid where own(typnamespace) and not extension('pg_type', t.oid)
					group by t.oid
					""",
			"""
					select format('domain %s as %s%s%s%s', t.oid::regtype, format_type(typbasetype, typtypmod),
					    (select ' collate ' || t.typcollation::regcollation from pg_type b
					        where b.oid = t.typbasetype and b.typcollation <> t.typcollation),
					    case when typnotnull then ' not null' else '' end, coalesce(' default ' || typdefault, '')) || acl(typacl)
					from pg_type t where own(typnamespace) and typtype = 'd' and not extension('pg_type', t.oid)
					""",
			"""
					select format('range %s of %s', rngtypid::regtype, rngsubtype::regtype)
					from pg_range r join pg_type t on t.oid = rngtypid where own(typnamespace) and not extension('pg_type', t.oid)
					""",
			"""
					select case when prokind = 'a' then 'aggregate ' || p.oid::regprocedure else pg_get_functiondef(p.oid) end
					    || ' owner ' || quote_ident(pg_get_userbyid(proowner)) || acl(proacl)
					from pg_proc p where own(pronamespace) and not extension('pg_proc', oid)
					""",
			"""
					select pg_get_triggerdef(t.oid) || ' enabled ' || tgenabled::text
					from pg_trigger t join pg_class c on c.oid = tgrelid
					where not tgisinternal and own(relnamespace) and not extension('pg_trigger', t.oid)
					""", """
					select pg_get_ruledef(r.oid) from pg_rewrite r join pg_class c on c.oid = ev_class
					where rulename <> '_RETURN' and own(relnamespace) and not extension('pg_rewrite', r.oid)
					""",
			"""
					select format('policy %I on %s for %s %s to %s using (%s) check (%s)', polname, polrelid::regclass, polcmd, polpermissive,
					    polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
					from pg_policy p join pg_class c on c.oid = polrelid where own(relnamespace)
					""",
			"""
					select format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
					from pg_description where objoid >= 16384 and classoid <> 'pg_extension'::regclass
					    and not exists (select from pg_depend d
					        where d.classid = classoid and d.objid = objoid and d.deptype = 'e')
					""");

	private static final List<String> EXPANDED = QUERIES.stream().map(CatalogSnapshot::expand).toList();

	/**
	 * Takes a snapshot.
	 * @param database the database
	 * @return what it holds now
	 */
	public static CatalogSnapshot of(TestDatabase database) {
		return new CatalogSnapshot(database.describe(EXPANDED).stream().sorted().toList());
	}

	private static String expand(String query) {
		return query.replaceAll("\\bacl\\((\\w+)\\)", "coalesce(' granted ' || $1::text, '')")
			.replaceAll("\\bown\\((\\w+)\\)",
					"$1 in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')")
			.replaceAll("\\bextension\\('(\\w+)', ([\\w.]+)\\)",
					"exists (select from pg_depend x where x.classid = '$1'::regclass and x.objid = $2 and x.deptype = 'e')");
	}

	/**
	 * The same without the places of columns, which differ after a column was dropped and
	 * added again.
	 * @return a snapshot without the lines that say them
	 */
	public CatalogSnapshot withoutColumnOrder() {
		return new CatalogSnapshot(this.lines.stream().filter((line) -> !line.startsWith(COLUMN_ORDER)).toList());
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines);
	}

}
