package dev.migrator.internal.dialect.connection;

import dev.migrator.internal.dialect.error.LiteralMask;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.problem.Printable;
import dev.migrator.schema.TextRule;

/**
 * Describes another session to a person. Shows its current message without the part with
 * which a migrator's messages begin. Most columns about a session of another role are
 * null for a role that is not a superuser.
 */
final class SessionLine {

	/**
	 * Columns over {@code pg_stat_activity a}: the identity of the session, its message,
	 * and whether the server keeps only the beginning of the message.
	 */
	static final String SQL = """
			'process ' || a.pid || coalesce(' of ' || a.usename, '')
			    || coalesce(' (' || nullif(a.application_name, '') || ')', '')
			    || coalesce(' from ' || host(a.client_addr), '')
			    || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
			    || coalesce(', in a transaction for ' || date_trunc('seconds', clock_timestamp() - a.xact_start), '')
			    || coalesce(', ' || a.state || ' for ' || date_trunc('seconds', clock_timestamp() - a.state_change), ''),
			regexp_replace(coalesce(a.query, ''), '^BEGIN;(SET LOCAL [^;]*;)*', ''),
			octet_length(a.query) >= (select setting::int - 1 from pg_catalog.pg_settings
			    where name = 'track_activity_query_size')
			""";

	private static final int SHOWN = 200;

	private SessionLine() {
	}

	static String of(Row row) {
		String query = shown(row.required(1), "t".equals(row.text(2)));
		return Printable.line(row.required(0) + (query.isEmpty() ? "" : ": " + query));
	}

	/**
	 * Masks the message. The part that was cut off may contain the word to which a value
	 * belongs.
	 */
	private static String shown(String query, boolean cut) {
		String masked = cut ? new LiteralMask(query).mask() : query;
		String line = Secrets.maskStatement(masked).replaceAll("\\s+", " ").strip();
		return (line.length() > SHOWN) ? TextRule.whole(line.substring(0, SHOWN)) : line;
	}

}
