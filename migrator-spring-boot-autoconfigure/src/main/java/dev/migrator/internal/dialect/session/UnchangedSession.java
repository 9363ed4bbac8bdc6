package dev.migrator.internal.dialect.session;

import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * A session of which is known that its settings are as they were: there is nothing to put
 * back.
 *
 * @param session what it had
 */
public record UnchangedSession(SessionState session) implements SessionSql {

	/**
	 * Whether code that no script shows may run when one does.
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
