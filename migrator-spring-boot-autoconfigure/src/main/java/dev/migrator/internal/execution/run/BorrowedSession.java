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
 * The application's session while the migrator has it: what it had is read once, and is
 * what it has when it is given back. One that cannot be put back is ended, and its pool
 * opens another. In between it has the {@link RunSettings}, which each revision begins
 * with.
 */
public final class BorrowedSession implements AutoCloseable {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final ServerConnection connection;

	private final SessionResources leftovers;

	private SessionState handedOver;

	private SessionState state;

	private final RunSettings settings;

	private BorrowedSession(ServerConnection connection, SessionState handedOver, RunSettings settings) {
		this.connection = connection;
		this.handedOver = handedOver;
		this.settings = settings;
		this.state = SessionState.of(connection);
		this.leftovers = SessionResources.before(connection);
	}

	/**
	 * Borrows a session that no transaction is open in.
	 * @param connection the session
	 * @param timeZone the time zone where neither role nor database has one
	 * @return the session, to be given back by closing it
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
	 * The settings that it has in between.
	 */
	RunSettings settings() {
		return this.settings;
	}

	SessionResources leftovers() {
		return this.leftovers;
	}

	/**
	 * What each revision begins with.
	 */
	SessionState state() {
		return this.state;
	}

	/**
	 * What a revision begins with that names settings with a dot.
	 */
	SessionState state(CustomSettings names) {
		this.state = this.state.with(names, this.connection);
		this.handedOver = this.handedOver.withNamedOf(this.state);
		return this.state;
	}

	/**
	 * Gives the session back. A transaction that is still open is rolled back.
	 */
	@Override
	public void close() {
		try {
			this.connection.endTransaction();
			if (this.connection.alive()) {
				this.leftovers.clear(this.connection);
				putBack();
			}
		}
		catch (MigratorException ex) {
			// What became of the run is more important than that.
			logger.debug("The session could not be put back", ex);
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
			logger.info("A script changed the session in a way that cannot be put back (%s): it is ended, and the pool "
				.formatted(why) + "opens another");
			this.connection.end();
		}
	}

}
