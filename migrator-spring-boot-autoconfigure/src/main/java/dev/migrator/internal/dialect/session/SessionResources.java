package dev.migrator.internal.dialect.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * Removes what a script can leave in its session besides settings: temporary objects,
 * channels it listens on, prepared statements, cursors WITH HOLD, advisory locks. Neither
 * the next script nor the application must find them. {@code DISCARD ALL} cannot be used:
 * it releases the migrator's own lock, and drops the pool's settings and the driver's
 * prepared statements.
 */
public final class SessionResources {

	/**
	 * Words in the text of statements that can leave something. Functions that exist
	 * already are an exception.
	 */
	private static final Pattern RESOURCES = Pattern.compile("\\btemp|advisory|\\blisten|\\bprepare|\\bhold\\b",
			Pattern.CASE_INSENSITIVE);

	/** A query for the objects in a session. */
	public static final String QUERY = "SELECT DISTINCT undo FROM (" + ResourceQuery.SQL + ") t ORDER BY 1";

	private static final Row GIVEN_BACK = new Row(List.of("t"));

	private final List<String> before;

	private SessionResources(List<String> before) {
		this.before = List.copyOf(before);
	}

	/**
	 * Remembers the objects in the session, also the migrator's lock, so that they stay.
	 * @param rows the answer to {@link #QUERY}
	 * @return the objects that {@link #clear} will keep
	 */
	public static SessionResources before(List<Row> rows) {
		return new SessionResources(things(rows));
	}

	/**
	 * Returns statements that remove all objects of a session, for a script that somebody
	 * else runs in a separate session.
	 * @param lockKey the key of the migrator's lock, which stays
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String clearAll(String lockKey) {
		return """
				DISCARD TEMP;
				DEALLOCATE ALL;
				UNLISTEN *;
				CLOSE ALL;
				SELECT CASE l.mode WHEN 'ShareLock' THEN pg_advisory_unlock_shared(l.key) ELSE pg_advisory_unlock(l.key) END
				FROM (SELECT mode, classid::bigint << 32 | objid::bigint AS key FROM pg_catalog.pg_locks
				    WHERE locktype = 'advisory' AND objsubid = 1 AND pid = pg_backend_pid() AND granted) l
				WHERE l.key <> %s;
				SELECT CASE l.mode WHEN 'ShareLock' THEN pg_advisory_unlock_shared(l.classid::int, l.objid::int)
				    ELSE pg_advisory_unlock(l.classid::int, l.objid::int) END
				FROM pg_catalog.pg_locks l
				WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.pid = pg_backend_pid() AND l.granted;
				"""
			.formatted(lockKey);
	}

	/**
	 * Returns whether the session must be cleared after a script, before the next one. At
	 * the end of the run it is always cleared.
	 * @param sql the SQL of the script
	 * @return whether it may leave something
	 */
	public static boolean possible(String sql) {
		return RESOURCES.matcher(sql).find();
	}

	/**
	 * Removes the objects that were added since. Earlier objects of the same kind stay:
	 * temporary objects are dropped only if there were none before.
	 * @param connection the session
	 */
	public void clear(ServerConnection connection) {
		clear(connection, connection.query(QUERY));
	}

	/**
	 * Removes the objects that were added since.
	 * @param connection the session
	 * @param rows the answer to {@link #QUERY}
	 */
	public void clear(ServerConnection connection, List<Row> rows) {
		List<String> since = since(rows);
		// Repeats this after each released lock, because a lock may have been taken
		// several times.
		while (!since.isEmpty() && connection.query(String.join(";", since)).contains(GIVEN_BACK)) {
			since = since(connection.query(QUERY));
		}
	}

	private List<String> since(List<Row> rows) {
		List<String> things = new ArrayList<>(things(rows));
		things.removeAll(this.before);
		return things;
	}

	private static List<String> things(List<Row> rows) {
		return rows.stream().map((row) -> row.required(0)).toList();
	}

}
