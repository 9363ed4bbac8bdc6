package dev.migrator.internal.dialect.connection;

import java.util.List;

/**
 * Finds the sessions that block another session.
 */
public final class Blockers {

	private Blockers() {
	}

	/**
	 * Asks, from another session, which sessions a process of the server waits for. They
	 * include the sessions whose transactions a statement with CONCURRENTLY waits for,
	 * but not the session that asks.
	 * @param observer the other session
	 * @param pid the waiting process
	 * @return a line for each session: process, user, application, age of its
	 * transaction, its current or last message. Empty if the process does not wait for a
	 * session
	 */
	public static List<String> of(ServerConnection observer, int pid) {
		return observer.query("""
				select %s from (
				    select unnest(pg_catalog.pg_blocking_pids(%s)) as pid group by 1
				) b join pg_catalog.pg_stat_activity a on a.pid = b.pid
				where a.pid <> pg_catalog.pg_backend_pid() order by a.xact_start
				""".formatted(SessionLine.SQL, pid)).stream().map(SessionLine::of).toList();
	}

}
