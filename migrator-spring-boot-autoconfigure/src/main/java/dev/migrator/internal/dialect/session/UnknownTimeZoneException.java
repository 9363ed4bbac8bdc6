package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the server does not know the time zone that a run is configured to have.
 */
public class UnknownTimeZoneException extends MigratorException {

	UnknownTimeZoneException(String timeZone, SqlFailure cause) {
		super("The server knows no time zone " + timeZone + " (migrator.session-time-zone).",
				"Write one of those that it knows (select name from pg_timezone_names), such as UTC or Europe/Berlin.\n"
						+ "Nothing has been run.",
				cause);
	}

}
