package dev.migrator.internal.dialect.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * What a script can leave in its session besides settings: temporary objects, channels it
 * listens on, prepared statements, cursors WITH HOLD, advisory locks. Neither the next
 * script nor the application shall find them. {@code DISCARD ALL} would not do: it drops
 * the migrator's own lock, the pool's settings and the driver's prepared statements.
 */
public final class SessionResources {

	/** In the text of what can leave something, functions that exist already excepted. */
	private static final Pattern TRACES = Pattern.compile("\\btemp|advisory|\\blisten|\\bprepare|\\bhold\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Row GIVEN_BACK = new Row(List.of("t"));

	private final List<String> before;

	private SessionResources(List<String> before) {
		this.before = List.copyOf(before);
	}

	/**
	 * Remembers what is in the session, the migrator's lock included, so that it stays.
	 * @param connection the session
	 * @return what {@link #clear} will leave
	 */
	public static SessionResources before(ServerConnection connection) {
		return new SessionResources(things(connection));
	}

	/**
	 * Statements that take back all that a session may hold, in a script that somebody
	 * else runs in a session of its own.
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
	 * Whether a script is one to clear up after before the next. Clearing up at the end
	 * of the run is for all.
	 * @param sql the SQL of the script
	 * @return whether it seems to leave something
	 */
	public static boolean possible(String sql) {
		return TRACES.matcher(sql).find();
	}

	/**
	 * Takes back what has come since. What there was of the same kind stays: temporary
	 * objects are dropped only where there were none.
	 * @param connection the session
	 */
	public void clear(ServerConnection connection) {
		List<String> since = since(connection);
		// Again as long as a lock was given back: it may have been taken several times.
		while (!since.isEmpty() && connection.query(String.join(";", since)).contains(GIVEN_BACK)) {
			since = since(connection);
		}
	}

	private List<String> since(ServerConnection connection) {
		List<String> things = new ArrayList<>(things(connection));
		things.removeAll(this.before);
		return things;
	}

	private static List<String> things(ServerConnection connection) {
		return connection.query("SELECT DISTINCT undo FROM (" + ResourceQuery.SQL + ") t ORDER BY 1")
			.stream()
			.map((row) -> row.required(0))
			.toList();
	}

}
