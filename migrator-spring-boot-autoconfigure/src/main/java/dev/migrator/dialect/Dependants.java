package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What uses a table or one of its columns and is not read by {@link CatalogReader}:
 * views, rules, policies, triggers, functions, and foreign keys of tables in other
 * schemas. Under them PostgreSQL drops neither the column nor the table, nor changes the
 * type of the column.
 */
public final class Dependants {

	/**
	 * What depends on a table by itself (its own policies and triggers) goes with it, but
	 * not with a column.
	 */
	private static final String QUERY = """
			select w.number, pg_catalog.pg_describe_object(
			    case when r.rulename = '_RETURN' then 'pg_catalog.pg_class'::regclass else d.classid end,
			    case when r.rulename = '_RETURN' then r.ev_class else d.objid end, 0)
			from (values %s) w (number, schema, relation, attribute)
			join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.relation
			left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = w.attribute
			join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = c.oid
			    and d.deptype = 'n' and (w.attribute is null or d.refobjsubid = a.attnum)
			left join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid
			left join (pg_catalog.pg_constraint k join pg_catalog.pg_namespace kn on kn.oid = k.connamespace)
			    on d.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objid and k.conrelid <> c.oid
			where (k.contype = 'f' and kn.nspname not in (%s) or d.classid in ('pg_catalog.pg_rewrite'::regclass,
			        'pg_catalog.pg_policy'::regclass, 'pg_catalog.pg_trigger'::regclass, 'pg_catalog.pg_proc'::regclass))
			    and not (w.attribute is null and exists (select from pg_catalog.pg_depend own
			        where own.classid = d.classid and own.objid = d.objid and own.refclassid = d.refclassid
			            and own.refobjid = c.oid and own.deptype in ('a', 'i')))
			group by 1, 2
			order by 1, 2
			""";

	private Dependants() {
	}

	/**
	 * Reads them, with one query.
	 * @param connection the session
	 * @param used what changes or goes
	 * @param schemas the schemas whose tables are known
	 * @return what uses it, as the server describes that: {@code view active_users}. What
	 * nothing uses is not among it
	 */
	public static Map<Used, List<String>> read(ServerConnection connection, Collection<Used> used,
			Collection<String> schemas) {
		List<Used> asked = List.copyOf(used);
		if (asked.isEmpty()) {
			return Map.of();
		}
		List<String> values = new ArrayList<>();
		asked.forEach((part) -> values.add("(%s, %s, %s, %s)".formatted(values.size(), name(part.table().schema()),
				name(part.table().name()), name(part.column()))));
		String known = schemas.stream().map(SqlText::literal).collect(Collectors.joining(", "));
		Map<Used, List<String>> found = new HashMap<>();
		for (Row row : connection.query(QUERY.formatted(String.join(", ", values), known))) {
			found.computeIfAbsent(asked.get(Integer.parseInt(row.required(0))), (part) -> new ArrayList<>())
				.add(row.required(1));
		}
		return found;
	}

	private static String name(@Nullable String name) {
		return ((name != null) ? SqlText.literal(name) : "NULL") + "::name";
	}

	/**
	 * A table, or one of its columns.
	 *
	 * @param table the table
	 * @param column the column, or {@code null} for the table as a whole
	 */
	public record Used(ObjectName table, @Nullable String column) {
	}

}
