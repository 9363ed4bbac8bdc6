package dev.migrator.internal.dialect.connection;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whether a process of the server waits for its client, as another session sees it.
 *
 * @param kind what it waits for
 * @param last the message that it runs or ran last, as far as the server shows it
 * @param age how long ago its state changed, by the clock of the server
 */
public record ClientWait(Kind kind, String last, Duration age) {

	/**
	 * Asks.
	 * @param observer the other session
	 * @param pid the process
	 * @return what it waits for
	 */
	public static ClientWait of(ServerConnection observer, int pid) {
		List<Row> rows = observer.query("""
				select case when state like 'idle%%' then 'MESSAGE'
				        when state = 'active' and wait_event = 'ClientRead' then 'DATA' else 'NOTHING' end,
				    coalesce(query, ''), (extract(epoch from clock_timestamp() - state_change) * 1000000)::bigint
				from pg_catalog.pg_stat_activity where pid = %s
				""".formatted(pid));
		return rows.isEmpty() ? new ClientWait(Kind.GONE, "", Duration.ZERO) : of(rows.get(0));
	}

	private static ClientWait of(Row row) {
		String age = row.text(2);
		return new ClientWait(Kind.valueOf(row.required(0)), row.required(1),
				(age != null) ? Duration.of(Long.parseLong(age), ChronoUnit.MICROS) : Duration.ZERO);
	}

	/**
	 * What a process waits for.
	 */
	public enum Kind {

		/**
		 * For nothing of its client: it works. Or the role that asks may not see what it
		 * does.
		 */
		NOTHING,

		/** For data, in the middle of a COPY. */
		DATA,

		/** For the next message, or for the rest of it. */
		MESSAGE,

		/** There is no such process any more. */
		GONE

	}

}
