package dev.migrator.internal.execution.run;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.session.RunSettings;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.problem.MigratorException;

/**
 * The application's session while the migrator uses it. Its state is read once, and
 * restored when the session is returned. A session that cannot be restored is ended, and
 * its pool opens another one. Meanwhile it has the {@link RunSettings}, with which each
 * revision begins.
 */
public final class BorrowedSession implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final ServerConnection connection;

	private final SessionResources resources;

	private SessionState handedOver;

	private SessionState state;

	private final RunSettings settings;

	private BorrowedSession(ServerConnection connection, SessionState handedOver, RunSettings settings) {
		this.connection = connection;
		this.handedOver = handedOver;
		this.settings = settings;
		this.state = SessionState.of(connection);
		this.resources = SessionResources.before(connection);
	}

	/**
	 * Borrows a session that has no open transaction.
	 * @param connection the session
	 * @param timeZone the time zone if neither the role nor the database has one
	 * @return the session; closing it returns it
	 * @throws dev.migrator.internal.dialect.session.UnknownTimeZoneException if the
	 * server does not know the time zone
	 */
	public static BorrowedSession of(ServerConnection connection, String timeZone) {
		return of(connection, timeZone, "");
	}

	/**
	 * Borrows one for a run.
	 * @param limits statements that set the limits of a session
	 */
	static BorrowedSession of(ServerConnection connection, String timeZone, String limits) {
		SessionState handedOver = SessionState.of(connection);
		RunSettings settings = RunSettings.set(connection, timeZone);
		connection.send(limits);
		return new BorrowedSession(connection, handedOver, settings);
	}

	/**
	 * Returns the settings that it has while the migrator uses it.
	 */
	RunSettings settings() {
		return this.settings;
	}

	SessionResources resources() {
		return this.resources;
	}

	/**
	 * Returns the state with which each revision begins.
	 */
	SessionState state() {
		return this.state;
	}

	/**
	 * Returns the state with which a revision begins that names settings with a dot.
	 */
	SessionState state(CustomSettings names) {
		this.state = this.state.with(names, this.connection);
		this.handedOver = this.handedOver.withNamedOf(this.state);
		return this.state;
	}

	/**
	 * Returns the session. A transaction that is still open is rolled back.
	 */
	@Override
	public void close() {
		try {
			this.connection.endTransaction();
			if (this.connection.alive()) {
				this.resources.clear(this.connection);
				putBack();
			}
		}
		catch (MigratorException ex) {
			// The result of the run is more important than this failure.
			logger.debug("The session could not be restored", ex);
			end(ex.descriptionInOneLine());
		}
	}

	private void putBack() {
		this.connection.send(this.handedOver.restore());
		List<Row> left = this.handedOver.differences(this.connection);
		left.forEach(this::putBack);
		if (!left.isEmpty() && !this.handedOver.differences(this.connection).isEmpty()) {
			end(left.stream().map((row) -> row.required(0)).collect(Collectors.joining(", ")));
		}
		else if (SessionState.hasOtherTemporaryBuffers(this.connection)) {
			end("temp_buffers");
		}
	}

	private void putBack(Row setting) {
		try {
			this.connection.send(SessionState.setting(setting.required(0), setting.text(1)));
		}
		catch (SqlFailure ex) {
			logger.debug("The session keeps its " + setting.required(0), ex);
		}
	}

	private void end(String why) {
		if (this.connection.alive()) {
			logger.info(("A script changed the session in a way that cannot be restored (%s). The session is ended, "
					+ "and the pool ")
				.formatted(why) + "opens another one");
			this.connection.end();
		}
	}

}
