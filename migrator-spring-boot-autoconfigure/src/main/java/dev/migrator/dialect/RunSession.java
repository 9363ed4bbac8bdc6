package dev.migrator.dialect;

/**
 * A session that has the settings of a run for a while, without a script that could
 * change it: what is read from it means the same on every machine.
 */
public final class RunSession implements AutoCloseable {

	private final ServerConnection connection;

	private final SessionState before;

	private RunSession(ServerConnection connection, SessionState before) {
		this.connection = connection;
		this.before = before;
	}

	/**
	 * Sets the settings.
	 * @param connection the session, outside of a transaction
	 * @param timeZone the time zone where neither role nor database has one
	 * @return what puts back what the session had when it is closed
	 * @throws UnknownTimeZoneException if the server does not know the time zone
	 */
	public static RunSession of(ServerConnection connection, String timeZone) {
		SessionState before = SessionState.of(connection);
		RunSettings.set(connection, timeZone);
		return new RunSession(connection, before);
	}

	@Override
	public void close() {
		this.connection.rollback();
		if (this.connection.alive()) {
			this.connection.send(this.before.restore());
		}
	}

}
