package dev.migrator.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The sessions of a test database, used again one after the other. A new session costs
 * the server more than most of what tests do in it: a process, and the catalog read anew.
 * One that comes back forgets its settings, locks and temporary tables
 * ({@code DISCARD ALL}). That it once had a temporary schema stays, and so do the names
 * of custom settings, with an empty value; what was changed for new sessions of the
 * database or its roles meanwhile needs {@link #close}. A test of one of these takes
 * {@link TestDatabase#newDataSource}.
 */
final class SessionPool extends AbstractDataSource {

	/** Of all databases together. */
	private static final int KEPT = 30;

	/** What nobody uses now, what was used last comes last. */
	private static final Deque<Session> idle = new ArrayDeque<>();

	private final PGSimpleDataSource unpooled;

	private final PGConnectionPoolDataSource sessions = new PGConnectionPoolDataSource();

	SessionPool(PGSimpleDataSource unpooled) {
		this.unpooled = unpooled;
		try {
			this.sessions.initializeFrom(unpooled);
		}
		catch (IOException | ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Connection getConnection() throws SQLException {
		for (Session session = takeIdle(); session != null; session = takeIdle()) {
			Connection connection = session.connection.getConnection();
			if (connection.isValid(10)) {
				return connection;
			}
			session.connection.close();
		}
		Session session = new Session(this.sessions.getPooledConnection());
		session.connection.addConnectionEventListener(session);
		return session.connection.getConnection();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return this.unpooled.getConnection(username, password);
	}

	private @Nullable Session takeIdle() {
		synchronized (idle) {
			Session last = null;
			for (Session session : idle) {
				last = (session.pool() == this) ? session : last;
			}
			idle.remove(last);
			return last;
		}
	}

	int idle() {
		synchronized (idle) {
			return (int) idle.stream().filter((session) -> session.pool() == this).count();
		}
	}

	/**
	 * Ends the sessions that nobody uses now.
	 */
	void close() {
		for (Session session = takeIdle(); session != null; session = takeIdle()) {
			session.end();
		}
	}

	/**
	 * A session that nobody uses, or somebody who gives it back.
	 */
	private final class Session implements ConnectionEventListener {

		private final PooledConnection connection;

		private Session(PooledConnection connection) {
			this.connection = connection;
		}

		private SessionPool pool() {
			return SessionPool.this;
		}

		@Override
		public void connectionClosed(ConnectionEvent event) {
			List<Session> superfluous = new ArrayList<>();
			if (forgetsEverything()) {
				synchronized (idle) {
					idle.addLast(this);
					while (idle.size() > KEPT) {
						superfluous.add(idle.removeFirst());
					}
				}
			}
			else {
				superfluous.add(this);
			}
			superfluous.forEach(Session::end);
		}

		private boolean forgetsEverything() {
			// What is given out again is another handle of the same session.
			this.connection.removeConnectionEventListener(this);
			try (Connection handle = this.connection.getConnection(); Statement statement = handle.createStatement()) {
				statement.execute("discard all");
				return true;
			}
			catch (SQLException ex) {
				return false;
			}
			finally {
				this.connection.addConnectionEventListener(this);
			}
		}

		@Override
		public void connectionErrorOccurred(ConnectionEvent event) {
			end();
		}

		private void end() {
			this.connection.removeConnectionEventListener(this);
			try {
				this.connection.close();
			}
			catch (SQLException ex) {
				// It is broken, and its server process gone or about to go.
			}
		}

	}

}
