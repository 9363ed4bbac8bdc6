package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * A session whose settings are known to be unchanged: nothing has to be restored.
 *
 * @param session its state
 */
public record UnchangedSession(SessionState session) implements SessionSql {

	/**
	 * Returns whether code outside of a script may run with it.
	 * @param connection the session
	 * @return whether the database has an event trigger that is not disabled
	 */
	public static boolean hasEventTriggers(ServerConnection connection) {
		return !connection.query("select from pg_catalog.pg_event_trigger where evtenabled <> 'D' limit 1").isEmpty();
	}

	@Override
	public String identity() {
		return this.session.identity();
	}

	@Override
	public String restore() {
		return "";
	}

	@Override
	public String changes() {
		return this.session.changes();
	}

}
