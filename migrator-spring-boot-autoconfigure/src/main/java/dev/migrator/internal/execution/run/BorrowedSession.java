package dev.migrator.internal.execution.run;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.session.RunSettings;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.dialect.session.SessionSetup;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.internal.execution.state.ExecutionSettings;
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

	private final SessionSetup setup;

	private SessionState handedOver;

	private SessionState state;

	private BorrowedSession(ServerConnection connection, SessionState handedOver, SessionResources resources,
			SessionSetup setup) {
		this.connection = connection;
		this.handedOver = handedOver;
		this.resources = resources;
		this.setup = setup;
		this.state = setup.state();
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
		List<List<Row>> answers = connection.queries(List.of(SessionState.QUERY, SessionResources.QUERY));
		return new BorrowedSession(connection, SessionState.of(answers.get(0), connection),
				SessionResources.before(answers.get(1)), SessionSetup.of(connection, timeZone));
	}

	/**
	 * Borrows one for a run.
	 * @param preflight what was read of it
	 * @param settings the settings of the run, with the limits of a session
	 */
	static BorrowedSession of(ServerConnection connection, Preflight preflight, ExecutionSettings settings) {
		return new BorrowedSession(connection, preflight.session(), preflight.resources(),
				SessionSetup.of(connection, settings.timeZone(), settings.limits()));
	}

	/**
	 * Returns the settings and limits that it has while the migrator uses it.
	 */
	SessionSetup setup() {
		return this.setup;
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
				putBack();
			}
		}
		catch (MigratorException ex) {
			// The result of the run is more important than this failure.
			logger.debug("The session could not be restored", ex);
			end(ex.descriptionInOneLine());
		}
	}

	/**
	 * Restores the session with one message, unless that finds something left.
	 */
	private void putBack() {
		List<List<Row>> answers = this.connection.answers(SessionResources.QUERY + ";\n" + this.handedOver.restore()
				+ this.handedOver.differences() + ";\n" + SessionState.TEMPORARY_BUFFERS);
		this.resources.clear(this.connection, answers.get(0));
		List<Row> left = answers.get(answers.size() - 2);
		left.forEach(this::putBack);
		if (!left.isEmpty() && !this.connection.query(this.handedOver.differences()).isEmpty()) {
			end(left.stream().map((row) -> row.required(0)).collect(Collectors.joining(", ")));
		}
		else if (SessionState.hasOtherTemporaryBuffers(answers.get(answers.size() - 1), this.connection)) {
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
