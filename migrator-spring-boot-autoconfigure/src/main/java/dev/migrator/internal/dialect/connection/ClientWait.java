package dev.migrator.internal.dialect.connection;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The state of a process of the server as another session sees it: whether it waits for
 * its client, and for what.
 *
 * @param kind what it waits for
 * @param last its current or last message, as far as the server shows it
 * @param age the time since its state changed, by the clock of the server
 */
public record ClientWait(Kind kind, String last, Duration age) {

	/**
	 * Asks for the state of a process.
	 * @param observer the other session
	 * @param pid the process
	 * @return the state
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
	 * The things that a process can wait for.
	 */
	public enum Kind {

		/**
		 * Nothing from its client: it works. Or the role that asks may not see what it
		 * does.
		 */
		NOTHING,

		/** Data, in the middle of a COPY. */
		DATA,

		/** The next message, or the rest of it. */
		MESSAGE,

		/** The process does not exist any more. */
		GONE

	}

}
