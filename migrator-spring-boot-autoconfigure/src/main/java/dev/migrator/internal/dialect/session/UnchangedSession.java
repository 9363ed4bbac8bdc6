package dev.migrator.internal.dialect.session;

/**
 * A session whose settings are known to be unchanged: nothing has to be restored.
 *
 * @param session its state
 */
public record UnchangedSession(SessionState session) implements SessionSql {

	/**
	 * A query that returns a row if code outside of a script may run with it: if the
	 * database has an event trigger that is not disabled.
	 */
	public static final String EVENT_TRIGGERS = "select from pg_catalog.pg_event_trigger where evtenabled <> 'D' limit 1";

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
