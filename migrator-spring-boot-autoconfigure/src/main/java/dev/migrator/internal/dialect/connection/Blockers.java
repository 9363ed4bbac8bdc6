package dev.migrator.internal.dialect.connection;

import java.util.List;

/**
 * Who keeps a session waiting, if anybody does.
 */
public final class Blockers {

	private Blockers() {
	}

	/**
	 * Asks who holds what a process of the server waits for, from another session. Those
	 * whose transactions a statement that runs CONCURRENTLY waits for are among them, but
	 * for the one that asks.
	 * @param observer the other session
	 * @param pid the process that waits
	 * @return a line for each: process, user, application, age of its transaction, what
	 * it runs or ran last. Empty if the process waits for nobody
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
