package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the server does not know the configured time zone of a run.
 */
public class UnknownTimeZoneException extends MigratorException {

	UnknownTimeZoneException(String timeZone, SqlFailure cause) {
		super("The server does not know the time zone " + timeZone + " (migrator.session-time-zone).",
				"Use a time zone that it knows (select name from pg_timezone_names), such as UTC or Europe/Berlin.\n"
						+ "Nothing has been run.",
				cause);
	}

}
