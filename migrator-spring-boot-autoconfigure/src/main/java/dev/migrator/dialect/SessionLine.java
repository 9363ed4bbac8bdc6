package dev.migrator.dialect;

/**
 * How another session is named to a person, as an expression over
 * {@code pg_stat_activity a}. What it runs is shown without what a migrator's messages
 * begin with. Of another role's session most columns are null to one who is not a
 * superuser.
 */
final class SessionLine {

	static final String SQL = """
			'process ' || a.pid || coalesce(' of ' || a.usename, '')
			    || coalesce(' (' || nullif(a.application_name, '') || ')', '')
			    || coalesce(' from ' || host(a.client_addr), '')
			    || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
			    || coalesce(', in a transaction for ' || date_trunc('seconds', clock_timestamp() - a.xact_start), '')
			    || coalesce(', ' || a.state || ' for ' || date_trunc('seconds', clock_timestamp() - a.state_change), '')
			    || coalesce(': ' || nullif(left(regexp_replace(
			        regexp_replace(a.query, '^BEGIN;(SET LOCAL [^;]*;)*', ''), '\\s+', ' ', 'g'), 200), ''), '')
			""";

	private SessionLine() {
	}

}
