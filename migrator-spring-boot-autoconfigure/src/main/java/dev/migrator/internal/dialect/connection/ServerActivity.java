package dev.migrator.internal.dialect.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The work that the server reports for a session.
 *
 * @param running the time since the last message began, which may be several statements
 * @param command the command whose progress the server reports, such as
 * {@code CREATE INDEX}, or {@code null} if it reports none
 * @param phase the phase of that command, or what the session waits for, such as
 * {@code Lock relation}; {@code null} if it works without waiting
 * @param percent the completed part of the phase, from 0 to 100, or {@code null} if the
 * server does not report it
 * @see <a href=
 * "https://www.postgresql.org/docs/current/progress-reporting.html">Progress
 * reporting</a>
 */
public record ServerActivity(Duration running, @Nullable String command, @Nullable String phase,
		@Nullable Integer percent) {

	/**
	 * A phase of a build counts one thing at a time. If it counts tuples, the block
	 * numbers belong to the phase before.
	 */
	private static final String PROGRESS = """
			select pid, command, phase, case when tuples_total > 0 then tuples_done else blocks_done end as done,
			    case when tuples_total > 0 then tuples_total else blocks_total end as total
			from pg_catalog.pg_stat_progress_create_index
			union all
			select pid, 'VACUUM', phase, heap_blks_scanned, heap_blks_total from pg_catalog.pg_stat_progress_vacuum
			union all
			select pid, command, phase, heap_blks_scanned, heap_blks_total from pg_catalog.pg_stat_progress_cluster
			union all
			select pid, 'ANALYZE', phase, sample_blks_scanned, sample_blks_total
			from pg_catalog.pg_stat_progress_analyze
			union all
			select pid, command, tuples_processed || ' rows', bytes_processed, bytes_total
			from pg_catalog.pg_stat_progress_copy
			""";

	/**
	 * Asks for the activity from another session.
	 * @param observer the other session
	 * @param pid the working process of the server
	 * @return its activity; nothing if it waits for its client
	 */
	public static Optional<ServerActivity> of(ServerConnection observer, int pid) {
		List<Row> rows = observer.query("""
				select (extract(epoch from clock_timestamp() - a.query_start) * 1000)::bigint, p.command,
				    coalesce(p.phase, a.wait_event_type || ' ' || a.wait_event),
				    case when p.total > 0 then least(100, 100 * p.done / p.total)::int end
				from pg_catalog.pg_stat_activity a left join (%s) p on p.pid = a.pid
				where a.pid = %s and a.state = 'active'
				""".formatted(PROGRESS, pid));
		return rows.isEmpty() ? Optional.empty() : Optional.of(of(rows.get(0)));
	}

	private static ServerActivity of(Row row) {
		String percent = row.text(3);
		return new ServerActivity(Duration.ofMillis(Long.parseLong(row.required(0))), row.text(1), row.text(2),
				(percent != null) ? Integer.valueOf(percent) : null);
	}

	/**
	 * Describes the activity in a few words.
	 * @return {@code CREATE INDEX: building index: scanning table, 45 %},
	 * {@code Lock relation} or {@code working}
	 */
	public String describe() {
		String doing = (this.phase != null) ? this.phase : "working";
		return ((this.command != null) ? this.command + ": " : "") + doing
				+ ((this.percent != null) ? ", " + this.percent + " %" : "");
	}

}
