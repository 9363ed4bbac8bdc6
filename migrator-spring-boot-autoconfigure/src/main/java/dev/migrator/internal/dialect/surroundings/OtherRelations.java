package dev.migrator.internal.dialect.surroundings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ObjectName;

/**
 * Finds relations that have the name of a table but cannot be compared: a view, a foreign
 * table, a partition, a table that inherits or belongs to an extension.
 */
public final class OtherRelations {

	private static final String QUERY = """
			select n.nspname, c.relname, case c.relkind when 'v' then 'a view' when 'm' then 'a materialized view'
			    when 'f' then 'a foreign table'
			    else case when c.relkind = 'r' and not c.relispartition and exists (select from pg_catalog.pg_inherits h
			        where h.inhrelid = c.oid) then 'a table that inherits from another one'
			    else 'a partition, or a table of an extension' end end
			from (values %s) w (schema, relation)
			join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, pg_catalog.current_schema())
			join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.relation
			where c.relkind in ('r', 'p', 'v', 'm', 'f')
			order by 1, 2
			""";

	private static final String MISSING = "select name from unnest(array[%s]) name where to_regclass(name) is null";

	private OtherRelations() {
	}

	/**
	 * Finds such relations, with one query.
	 * @param connection the session
	 * @param server the schemas of the database
	 * @param tables the names of tables that are missing among the compared ones
	 * @return the kinds of the relations, by name: {@code a view}
	 */
	public static Map<ObjectName, String> read(ServerConnection connection, ServerSchemas server,
			Collection<ObjectName> tables) {
		Map<ObjectName, String> found = new LinkedHashMap<>();
		if (tables.isEmpty()) {
			return found;
		}
		CatalogNames names = new CatalogNames(server.defaultSchema());
		connection.query(QUERY.formatted(SqlText.nameRows(tables)))
			.forEach((row) -> found.put(names.of(row.required(0), row.required(1)), row.required(2)));
		return found;
	}

	/**
	 * Finds missing relations of any kind. Unqualified names are searched in all schemas
	 * of the search path.
	 * @param connection the session
	 * @param tables their names
	 * @return the missing ones
	 */
	public static Set<ObjectName> missing(ServerConnection connection, Collection<ObjectName> tables) {
		Map<String, ObjectName> names = new LinkedHashMap<>();
		tables.forEach((table) -> names.put(NameSql.of(table).toString(), table));
		Set<ObjectName> missing = new LinkedHashSet<>();
		if (!names.isEmpty()) {
			String texts = names.keySet().stream().map(SqlText::literal).collect(Collectors.joining(", "));
			connection.query(MISSING.formatted(texts))
				.forEach((row) -> missing.add(Objects.requireNonNull(names.get(row.required(0)))));
		}
		return missing;
	}

}
