package dev.migrator.dialect;

/**
 * How another session is named to a person, as an expression over
 * {@code pg_stat_activity a}.
 */
final class SessionLine {

	static final String SQL = """
			'process ' || a.pid || coalesce(' of ' || a.usename, '')
			    || coalesce(' (' || nullif(a.application_name, '') || ')', '')
			    || coalesce(' from ' || host(a.client_addr), '')
			    || ', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ')
			    || coalesce(', in a transaction for ' || date_trunc('seconds', clock_timestamp() - a.xact_start), '')
			    || coalesce(', ' || a.state || ' for ' || date_trunc('seconds', clock_timestamp() - a.state_change), '')
			    || coalesce(': ' || nullif(left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200), ''), '')
			""";

	private SessionLine() {
	}

}
