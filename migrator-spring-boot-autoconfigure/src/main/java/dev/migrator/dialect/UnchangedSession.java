package dev.migrator.dialect;

/**
 * A session of which is known that its settings are as they were: there is nothing to put
 * back.
 *
 * @param session what it had
 */
public record UnchangedSession(SessionState session) implements SessionSql {

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
