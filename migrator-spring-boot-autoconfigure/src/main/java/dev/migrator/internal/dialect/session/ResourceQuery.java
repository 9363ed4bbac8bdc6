package dev.migrator.internal.dialect.session;

/**
 * Finds the objects of a session, besides settings, that end with it: temporary objects,
 * channels that it listens on, prepared statements, cursors WITH HOLD, advisory locks.
 */
final class ResourceQuery {

	/**
	 * Rows with {@code thing}, its name for a person, or {@code NULL} for an object that
	 * a script cannot miss in another session; and {@code undo}, the statement that
	 * removes it. Temporary objects are found by the dependency on their schema, because
	 * it has an index. Outside of a transaction all advisory locks belong to the session;
	 * a lock that was taken twice appears once.
	 */
	static final String SQL = """
			SELECT 'the temporary object ' || coalesce(c.relname, d.objid::text) AS thing, 'DISCARD TEMP' AS undo
			FROM pg_catalog.pg_depend d
			    LEFT JOIN pg_catalog.pg_class c ON d.classid = 'pg_catalog.pg_class'::regclass AND c.oid = d.objid
			WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.refobjid = pg_catalog.pg_my_temp_schema()
			UNION ALL
			SELECT NULL, 'UNLISTEN ' || quote_ident(c) FROM pg_catalog.pg_listening_channels() c
			UNION ALL
			SELECT 'the prepared statement ' || name, 'DEALLOCATE ' || quote_ident(name)
			FROM pg_catalog.pg_prepared_statements WHERE from_sql
			UNION ALL
			SELECT 'the cursor ' || name, 'CLOSE ' || quote_ident(name)
			FROM pg_catalog.pg_cursors WHERE is_holdable AND name <> ''
			UNION ALL
			SELECT 'the advisory lock ' || l.key,
			    'SELECT pg_advisory_unlock' || CASE l.mode WHEN 'ShareLock' THEN '_shared' ELSE '' END || '(' || l.key || ')'
			FROM (SELECT mode, CASE objsubid WHEN 1 THEN (classid::bigint << 32 | objid::bigint)::text
			        ELSE classid::int || ', ' || objid::int END AS key
			    FROM pg_catalog.pg_locks
			    WHERE locktype = 'advisory' AND pid = pg_catalog.pg_backend_pid() AND granted) l""";

	private ResourceQuery() {
	}

}
