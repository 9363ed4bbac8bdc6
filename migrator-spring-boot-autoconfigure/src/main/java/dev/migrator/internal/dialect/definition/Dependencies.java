package dev.migrator.internal.dialect.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies in a database, as the server records them. A part of an object that is
 * made with it counts as the object: a column, a default, the type of a row.
 */
public final class Dependencies {

	/**
	 * A sequence is made before the table that owns it. The server's own objects have
	 * numbers below 16384.
	 */
	private static final String NEEDS = """
			select d.classid::regclass, d.objid, d.refclassid::regclass, d.refobjid
			from pg_catalog.pg_depend d
			where d.deptype in ('n', 'a', 'i') and d.objid >= 16384 and d.refobjid >= 16384
			    and not (d.deptype = 'a' and d.classid = 'pg_catalog.pg_class'::regclass
			        and exists (select from pg_catalog.pg_class s where s.oid = d.objid and s.relkind = 'S'))
			""";

	private static final String PARTS = """
			select 'pg_attrdef', oid, 'pg_class', adrelid from pg_catalog.pg_attrdef
			union all select 'pg_rewrite', oid, 'pg_class', ev_class from pg_catalog.pg_rewrite
			    where rulename = '_RETURN' and oid >= 16384
			union all select 'pg_constraint', oid, 'pg_class', conrelid from pg_catalog.pg_constraint
			    where conrelid <> 0 and contype <> 'f'
			union all select 'pg_constraint', oid, 'pg_type', contypid from pg_catalog.pg_constraint where contypid <> 0
			union all select 'pg_class', conindid, 'pg_class', conrelid from pg_catalog.pg_constraint
			    where contype in ('p', 'u', 'x')
			union all select 'pg_class', oid, 'pg_type', reltype from pg_catalog.pg_class
			    where relkind = 'c' and oid >= 16384
			union all select 'pg_type', t.oid, 'pg_class', t.typrelid from pg_catalog.pg_type t
			    join pg_catalog.pg_class c on c.oid = t.typrelid where c.relkind <> 'c' and t.oid >= 16384
			union all select 'pg_type', typarray, 'pg_type', oid from pg_catalog.pg_type
			    where typarray >= 16384
			union all select 'pg_type', rngmultitypid, 'pg_type', rngtypid from pg_catalog.pg_range
			    where rngtypid >= 16384
			""";

	/** The compared objects, by the names that they have in comparisons. */
	private static final String NAMES = """
			select case c.relkind when 'S' then 'SEQUENCE' when 'i' then 'INDEX' when 'I' then 'INDEX' else 'TABLE' end,
			    'pg_class', c.oid, n.nspname, c.relname, null
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'p', 'S', 'i', 'I') and c.oid >= 16384
			union all select 'TYPE', 'pg_type', t.oid, n.nspname, t.typname, null
			from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
			where t.typtype in ('e', 'd') and t.oid >= 16384
			union all select 'CONSTRAINT', 'pg_constraint', k.oid, n.nspname, c.relname, k.conname
			from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where k.contype = 'f'
			""";

	private final Map<ObjectKey, Set<ObjectKey>> needs = new HashMap<>();

	private final Map<ObjectKey, ObjectKey> wholes = new HashMap<>();

	private final Map<ObjectId, ObjectKey> keys = new HashMap<>();

	private Dependencies() {
	}

	/**
	 * Reads all of them, with one message.
	 * @param connection the session
	 * @return the dependencies of the whole database
	 */
	public static Dependencies read(ServerConnection connection) {
		List<List<Row>> rows = connection.queries(List.of(PARTS, NEEDS, NAMES, "select pg_catalog.current_schema()"));
		CatalogNames names = new CatalogNames(rows.get(3).get(0).text(0));
		Dependencies all = new Dependencies();
		rows.get(0).forEach((row) -> all.wholes.put(key(row, 0), key(row, 2)));
		rows.get(1).forEach((row) -> {
			ObjectKey object = all.whole(key(row, 0));
			ObjectKey needed = all.whole(key(row, 2));
			if (!object.equals(needed)) {
				all.needs.computeIfAbsent(object, (key) -> new HashSet<>()).add(needed);
			}
		});
		rows.get(2).forEach((row) -> all.keys.put(id(row, names), key(row, 1)));
		return all;
	}

	private static ObjectKey key(Row row, int column) {
		return new ObjectKey(row.required(column), row.required(column + 1));
	}

	private static ObjectId id(Row row, CatalogNames names) {
		var name = names.of(row.required(3), row.required(4));
		return switch (row.required(0)) {
			case "SEQUENCE" -> ObjectId.sequence(name);
			case "INDEX" -> ObjectId.index(name);
			case "TYPE" -> ObjectId.type(name);
			case "CONSTRAINT" -> ObjectId.constraint(name, row.required(5));
			default -> ObjectId.table(name);
		};
	}

	private ObjectKey whole(ObjectKey part) {
		ObjectKey whole = part;
		for (ObjectKey next = this.wholes.get(whole); next != null; next = this.wholes.get(whole)) {
			whole = next;
		}
		return whole;
	}

	/**
	 * Returns what an object needs.
	 * @param object its key
	 * @return the keys of the needed objects
	 */
	public Set<ObjectKey> needs(ObjectKey object) {
		return this.needs.getOrDefault(object, Set.of());
	}

	/**
	 * Returns the key of a compared object.
	 * @param id the identity of a table, sequence, index, type or foreign key
	 * @return its key, or {@code null} if it is none of these
	 */
	public @Nullable ObjectKey key(ObjectId id) {
		return this.keys.get(id);
	}

}
