package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * The settings of a session while it migrates, so that a script means the same on every
 * machine and in psql. When the driver connects, it sends the JVM's time zone and a
 * DateStyle, which override the settings of the role and the database. The server's own
 * values cannot be read on such a connection. Timeouts of the role and the database are
 * for the application.
 *
 * @param timeZone the time zone, by the server's name
 * @param origin the source of the time zone, for a person
 * @param dateStyle the style of dates, which determines whether the day or the month
 * comes first
 * @see <a href=
 * "https://www.postgresql.org/docs/current/catalog-pg-db-role-setting.html">pg_db_role_setting</a>
 */
public record RunSettings(String timeZone, String origin, String dateStyle) {

	/**
	 * Only the existing settings are changed: not every version of the server has all of
	 * them.
	 */
	public static final String WITHOUT_TIMEOUTS = """
			SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings
			WHERE name IN ('idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout') AND setting <> '0';""";

	/**
	 * Returns a query for the settings of a session.
	 */
	static String query() {
		return """
				SELECT current_setting('TimeZone'), coalesce((SELECT CASE
				        WHEN setrole <> 0 AND setdatabase <> 0 THEN 'set for the role in the database'
				        WHEN setrole <> 0 THEN 'set for the role'
				        WHEN setdatabase <> 0 THEN 'set for the database' ELSE 'set for all roles' END
				    %s), 'migrator.session-time-zone'), current_setting('DateStyle')""".formatted(said("timezone"));
	}

	/**
	 * Reads the answer to {@link #query()}.
	 */
	static RunSettings of(Row row) {
		return new RunSettings(row.required(0), row.required(1), row.required(2));
	}

	/**
	 * Returns statements that apply the settings. Of a DateStyle only the order of day
	 * and month is kept, because the driver cannot work with another style than ISO.
	 * Within one statement the server reports only the last style to the driver.
	 * @param otherwise the time zone if neither role nor database has one
	 * @return SQL, each statement ended by a semicolon
	 */
	public static String sql(String otherwise) {
		return """
				SET standard_conforming_strings = on;
				%s
				SELECT pg_catalog.set_config('TimeZone', coalesce((SELECT value %s), %s), false),
				    pg_catalog.set_config('DateStyle', NULL, false),
				    pg_catalog.set_config('DateStyle', coalesce((SELECT value %s), 'ISO'), false),
				    pg_catalog.set_config('DateStyle', 'ISO', false);
				""".formatted(WITHOUT_TIMEOUTS, said("timezone"), SqlText.literal(otherwise), said("datestyle"));
	}

	/**
	 * Returns SQL for the effective value that was set for the role or the database when
	 * the session logged in.
	 */
	private static String said(String name) {
		return """
				FROM pg_catalog.pg_db_role_setting, unnest(setconfig) AS said,
				    substr(said, strpos(said, '=') + 1) AS value
				WHERE lower(split_part(said, '=', 1)) = '%s'
				    AND setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))
				    AND setrole IN (0, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user))
				ORDER BY setrole <> 0 DESC, setdatabase <> 0 DESC LIMIT 1""".formatted(name);
	}

	/**
	 * Describes the settings for a person.
	 */
	@Override
	public String toString() {
		return "time zone %s (%s), DateStyle %s".formatted(this.timeZone, this.origin, this.dateStyle);
	}

}
