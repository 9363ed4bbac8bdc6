package dev.migrator.internal.dialect.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.problem.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Takes and releases the lock that only one migrator can hold. It is an advisory lock of
 * the <em>session</em>: the server releases it when the process dies, and neither holder
 * nor waiter is in a transaction that {@code CREATE INDEX CONCURRENTLY} would wait for.
 * For the same reason it is polled: a statement that blocks in {@code pg_advisory_lock}
 * holds a snapshot.
 * <p>
 * The key is the first eight bytes, as a big-endian number, of the SHA-256 of
 * {@code migrator:<schema>.<version table>} in UTF-8. Advisory locks belong to one
 * database, so the same name in another database is another lock.
 */
public final class AdvisoryLock {

	private final long key;

	/**
	 * Creates the lock of a version table.
	 * @param schema the schema of the version table
	 * @param versionTable the name of the version table
	 */
	public AdvisoryLock(String schema, String versionTable) {
		this.key = key("migrator:" + schema + "." + versionTable);
	}

	private static long key(String name) {
		return ByteBuffer.wrap(Sha256.begin().digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
	}

	/**
	 * Returns SQL that computes the key, for a script that somebody else runs.
	 * @param schema the schema of the version table, or {@code null} for the first schema
	 * of the search path when the script runs
	 * @param versionTable the name of the version table
	 * @return an expression
	 */
	public static String keySql(@Nullable String schema, String versionTable) {
		if (schema != null) {
			return Long.toString(new AdvisoryLock(schema, versionTable).key());
		}
		return """
				('x' || substr(encode(sha256(convert_to('migrator:' || current_schema() || %s, 'UTF8')), 'hex'), 1, 16))\
				::bit(64)::bigint"""
			.formatted(SqlText.literal("." + versionTable));
	}

	/**
	 * Returns the key in the server's lock table.
	 * @return the key
	 */
	public long key() {
		return this.key;
	}

	/**
	 * Takes the lock if it is free and no pooler is between the connection and the
	 * server: behind a pooler the lock may become unreachable, and stay.
	 * @param connection the session that will hold it
	 * @return whether the session holds the lock now, or nothing if the server process is
	 * not the one that the driver was told of
	 */
	public Optional<Boolean> tryLockUnlessPooled(ServerConnection connection) {
		Row answer = connection.query(
				"select case when pid = %s then pg_catalog.pg_try_advisory_lock(%s) end from pg_catalog.pg_backend_pid() pid"
					.formatted(connection.backendPid(), this.key))
			.get(0);
		return Optional.ofNullable(answer.text(0)).map("t"::equals);
	}

	/**
	 * Takes the lock if it is free.
	 * @param connection the session that will hold it
	 * @return whether the session holds the lock now
	 */
	public boolean tryLock(ServerConnection connection) {
		return "t"
			.equals(connection.query("select pg_catalog.pg_try_advisory_lock(" + this.key + ")").get(0).required(0));
	}

	/**
	 * Releases the lock.
	 * @param connection the session that holds it
	 * @return {@code false} if the session did not hold it any more: a script released it
	 * with {@code DISCARD ALL} or {@code pg_advisory_unlock_all()}
	 */
	public boolean unlock(ServerConnection connection) {
		return "t"
			.equals(connection.query("select pg_catalog.pg_advisory_unlock(" + this.key + ")").get(0).required(0));
	}

	/**
	 * Lists the holders of the lock, for the message after a wait without success.
	 * @param connection any session of the same database
	 * @return one line for each holder; empty if there is none, or if the role may not
	 * see it
	 */
	public List<String> holders(ServerConnection connection) {
		return connection.query("""
				select %s from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
				where l.locktype = 'advisory' and l.granted and l.objsubid = 1
				    and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
				    and (l.classid::bigint << 32 | l.objid::bigint) = %s
				order by a.pid
				""".formatted(SessionLine.SQL, this.key)).stream().map(SessionLine::of).toList();
	}

}
