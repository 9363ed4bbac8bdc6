package dev.migrator.internal.dialect.session;

import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;

/**
 * The settings and limits of a session while it migrates, applied and read again with one
 * message.
 *
 * @param settings the settings that were applied
 * @param clientCheck whether the server checks if its client still exists
 * @param state the state of the session since
 */
public record SessionSetup(RunSettings settings, boolean clientCheck, SessionState state) {

	/**
	 * Applies the settings, and no limits.
	 * @param connection the session
	 * @param timeZone the time zone if neither role nor database has one
	 * @return what was applied
	 * @throws UnknownTimeZoneException if the server does not know this time zone
	 */
	public static SessionSetup of(ServerConnection connection, String timeZone) {
		return apply(connection, timeZone, "", "");
	}

	/**
	 * Applies the settings and the limits, as far as the server supports them.
	 * @param connection the session
	 * @param timeZone the time zone if neither role nor database has one
	 * @param limits the limits
	 * @return what was applied
	 * @throws UnknownTimeZoneException if the server does not know this time zone
	 */
	public static SessionSetup of(ServerConnection connection, String timeZone, SessionLimits limits) {
		try {
			return apply(connection, timeZone, "SET " + SessionLimits.CLIENT_CHECK, limits.session());
		}
		catch (SqlFailure ex) {
			// Not every operating system of a server supports the check, which is the
			// first statement. Nothing of a message is kept that fails.
			if (ex.completed() > 0 || !valueRefused(ex)) {
				throw ex;
			}
			return apply(connection, timeZone, "", limits.session());
		}
	}

	private static SessionSetup apply(ServerConnection connection, String timeZone, String check, String limits) {
		List<List<Row>> answers;
		try {
			answers = connection
				.answers(check + RunSettings.sql(timeZone) + limits + RunSettings.query() + ";\n" + SessionState.QUERY);
		}
		catch (SqlFailure ex) {
			boolean ofTheTimeZone = valueRefused(ex) && (check.isEmpty() || ex.completed() > 0);
			throw ofTheTimeZone ? new UnknownTimeZoneException(timeZone, ex) : ex;
		}
		return new SessionSetup(RunSettings.of(answers.get(answers.size() - 2).get(0)), !check.isEmpty(),
				SessionState.of(answers.get(answers.size() - 1), connection));
	}

	private static boolean valueRefused(SqlFailure failure) {
		return "22023".equals(failure.error().sqlState());
	}

}
