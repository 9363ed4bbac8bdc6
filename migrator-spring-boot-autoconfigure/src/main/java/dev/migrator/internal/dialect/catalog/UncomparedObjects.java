package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Lists the objects of the kinds that {@link CatalogReader} leaves out. Parts of other
 * objects, objects of an extension and the server's own objects are not included.
 */
public final class UncomparedObjects {

	/**
	 * The objects of a schema that are not relations, of any kind, so that kinds of a
	 * later PostgreSQL are found too. An object that was dropped meanwhile has no
	 * identity.
	 */
	private static final String IN_SCHEMAS = """
			select coalesce(case t.typtype when 'c' then 'composite type' when 'r' then 'range type'
			        when 'b' then 'base type' when 'p' then 'base type' end, i.type),
			    null, null, coalesce(t.typname, a.object_names[pg_catalog.cardinality(a.object_names)]), i.identity
			from pg_catalog.pg_depend d join pg_catalog.pg_namespace n on n.oid = d.refobjid
			left join pg_catalog.pg_type t on d.classid = 'pg_catalog.pg_type'::regclass and t.oid = d.objid
			cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, 0) i
			cross join lateral pg_catalog.pg_identify_object_as_address(d.classid, d.objid, 0) a
			where %s and d.refclassid = 'pg_catalog.pg_namespace'::regclass and d.deptype = 'n'
			    and d.classid not in ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_extension'::regclass)
			    and (t.typtype is null or t.typtype not in ('e', 'd')) and i.identity is not null and %s
			""";

	private static final String RELATIONS = """
			select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table'
			        else 'partition' end, n.nspname, c.relname, null, pg_catalog.format('%%I.%%I', n.nspname, c.relname)
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where %s and (c.relkind in ('v', 'm', 'f') or c.relkind in ('r', 'p') and c.relispartition) and %s
			""";

	/**
	 * The inheriting tables. PostgreSQL changes them with the table that they inherit
	 * from.
	 */
	private static final String HEIRS = """
			select distinct 'inheriting table', n.nspname, c.relname, null,
			    pg_catalog.format('%%I.%%I', n.nspname, c.relname)
			from pg_catalog.pg_inherits h join pg_catalog.pg_class c on c.oid = h.inhrelid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where %s and c.relkind = 'r' and not c.relispartition and %s
			""";

	private static final String OF_TABLES = """
			select p.kind, n.nspname, c.relname, p.name, pg_catalog.format('%%I on %%I.%%I', p.name, n.nspname, c.relname)
			from (
			    select 'trigger', 'pg_catalog.pg_trigger'::regclass, oid, tgrelid, tgname from pg_catalog.pg_trigger
			        where not tgisinternal and tgparentid = 0
			    union all select 'rule', 'pg_catalog.pg_rewrite'::regclass, oid, ev_class, rulename
			        from pg_catalog.pg_rewrite where rulename <> '_RETURN'
			    union all select 'policy', 'pg_catalog.pg_policy'::regclass, oid, polrelid, polname
			        from pg_catalog.pg_policy
			) p (kind, classid, objid, relid, name)
			join pg_catalog.pg_class c on c.oid = p.relid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where %s and %s and %s
			""";

	/** The objects of the database. The server's own have numbers below 16384. */
	private static final String OF_DATABASE = """
			select case i.type when 'server' then 'foreign server' when 'default acl' then 'default privilege'
			        else i.type end, null, null, a.object_names[1], i.identity
			from (
			    select 'pg_catalog.pg_extension'::regclass, oid from pg_catalog.pg_extension
			    union all select 'pg_catalog.pg_language'::regclass, oid from pg_catalog.pg_language
			    union all select 'pg_catalog.pg_transform'::regclass, oid from pg_catalog.pg_transform
			    union all select 'pg_catalog.pg_cast'::regclass, oid from pg_catalog.pg_cast
			    union all select 'pg_catalog.pg_am'::regclass, oid from pg_catalog.pg_am
			    union all select 'pg_catalog.pg_event_trigger'::regclass, oid from pg_catalog.pg_event_trigger
			    union all select 'pg_catalog.pg_publication'::regclass, oid from pg_catalog.pg_publication
			    union all select 'pg_catalog.pg_subscription'::regclass, oid from pg_catalog.pg_subscription where subdbid =
			        (select b.oid from pg_catalog.pg_database b where b.datname = pg_catalog.current_database())
			    union all select 'pg_catalog.pg_foreign_data_wrapper'::regclass, oid
			        from pg_catalog.pg_foreign_data_wrapper
			    union all select 'pg_catalog.pg_foreign_server'::regclass, oid from pg_catalog.pg_foreign_server
			    union all select 'pg_catalog.pg_user_mapping'::regclass, umid from pg_catalog.pg_user_mappings
			    union all select 'pg_catalog.pg_default_acl'::regclass, l.oid from pg_catalog.pg_default_acl l
			        left join pg_catalog.pg_namespace n on n.oid = l.defaclnamespace where l.defaclnamespace = 0 or %s
			) w (classid, objid)
			cross join lateral pg_catalog.pg_identify_object(w.classid, w.objid, 0) i
			cross join lateral pg_catalog.pg_identify_object_as_address(w.classid, w.objid, 0) a
			where w.objid >= 16384 and i.identity is not null and %s
			""";

	private static final Pattern BEFORE_A_DOT = Pattern
		.compile("(?:" + NameText.QUOTED + "|" + NameText.UNQUOTED + ")\\.?");

	private UncomparedObjects() {
	}

	/**
	 * Returns the queries. There are several, because the server needs twice as long to
	 * plan them as one.
	 */
	static List<String> queries(CatalogSelection selection) {
		String schemas = selection.condition();
		return List.of(IN_SCHEMAS.formatted(schemas, standsForItself("d.classid", "d.objid")),
				RELATIONS.formatted(schemas, standsForItself("'pg_catalog.pg_class'::regclass", "c.oid")),
				HEIRS.formatted(schemas, standsForItself("'pg_catalog.pg_class'::regclass", "c.oid")),
				OF_TABLES.formatted(schemas, standsForItself("p.classid", "p.objid"),
						standsForItself("'pg_catalog.pg_class'::regclass", "c.oid")),
				OF_DATABASE.formatted(schemas, standsForItself("w.classid", "w.objid")));
	}

	/**
	 * Returns SQL that counts what an object is part of. The server looks a count up by
	 * index for each object. With EXISTS it would read all of pg_depend.
	 */
	private static String standsForItself(String classid, String objid) {
		return """
				(select pg_catalog.count(*) from pg_catalog.pg_depend x where x.classid = %s and x.objid = %s
				    and x.objsubid = 0 and x.deptype in ('e', 'i')) = 0
				""".formatted(classid, objid);
	}

	/**
	 * Creates the objects from the rows.
	 * @param rows the rows of each query
	 * @return the objects, by kind and name
	 */
	static List<UncomparedObject> of(List<List<Row>> rows, CatalogNames names) {
		List<UncomparedObject> objects = new ArrayList<>();
		rows.forEach((ofQuery) -> ofQuery.forEach((row) -> objects.add(object(row, names))));
		// Each operator class has a family, which is created with it if none was named.
		Set<String> classes = objects.stream()
			.filter((object) -> object.kind().equals("operator class"))
			.map(UncomparedObject::identity)
			.collect(Collectors.toSet());
		return objects.stream()
			.filter((object) -> !(object.kind().equals("operator family") && classes.contains(object.identity())))
			.sorted(Comparator.comparing(UncomparedObject::kind).thenComparing(UncomparedObject::identity))
			.toList();
	}

	private static UncomparedObject object(Row row, CatalogNames names) {
		return new UncomparedObject(row.required(0), relation(row, names), row.text(3),
				withoutKnownSchemas(row.required(4), names));
	}

	private static @Nullable ObjectName relation(Row row, CatalogNames names) {
		return (row.text(2) != null) ? names.of(row.required(1), row.required(2)) : null;
	}

	public static String withoutKnownSchemas(String identity, CatalogNames names) {
		return BEFORE_A_DOT.matcher(identity).replaceAll((match) -> {
			String name = match.group();
			boolean known = name.endsWith(".") && isKnown(NameText.of(name.substring(0, name.length() - 1)), names);
			return known ? "" : Matcher.quoteReplacement(name);
		});
	}

	private static boolean isKnown(String schema, CatalogNames names) {
		return schema.equals("pg_catalog") || schema.equals(names.defaultSchema());
	}

}
