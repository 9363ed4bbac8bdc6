package dev.migrator.internal.dialect.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.address.MistakenUrlException;
import dev.migrator.internal.dialect.address.UrlMistake;
import dev.migrator.internal.dialect.error.SqlFailure;
import org.postgresql.core.BaseConnection;

/**
 * Takes a connection from a DataSource, unwraps it to the driver, and gives it back with
 * its original settings. Only this class unwraps connections.
 *
 * @param handedOver the connection as the DataSource gave it
 * @param driver the driver's connection inside it
 * @param autoCommit its original commit mode
 * @param networkTimeout its original socket timeout
 */
record BorrowedConnection(Connection handedOver, BaseConnection driver, boolean autoCommit,
		int networkTimeout) implements AutoCloseable {

	/**
	 * Takes a connection and turns autocommit on.
	 * @throws ConnectionRefusedException if no connection can be opened, if it does not
	 * lead to PostgreSQL, or if it hides the driver
	 */
	static BorrowedConnection take(DataSource dataSource) {
		// If the driver is asked for a connection, it logs the URL with the password.
		MistakenUrlException.refuse(EnumSet.of(UrlMistake.LOGIN_BEFORE_HOST), dataSource);
		Connection connection;
		try {
			connection = dataSource.getConnection();
		}
		catch (SQLException ex) {
			MistakenUrlException.refuse(EnumSet.allOf(UrlMistake.class), dataSource);
			throw ConnectionRefusedException.of(ex, dataSource);
		}
		catch (RuntimeException ex) {
			MistakenUrlException.refuse(EnumSet.allOf(UrlMistake.class), dataSource);
			throw ConnectionRefusedException.noConnection(ex);
		}
		try {
			String product = connection.getMetaData().getDatabaseProductName();
			if (!"PostgreSQL".equals(product)) {
				throw ConnectionRefusedException.otherDatabase(product);
			}
			if (!connection.isWrapperFor(BaseConnection.class)) {
				throw ConnectionRefusedException.driverHidden(connection.getClass());
			}
			boolean autoCommit = connection.getAutoCommit();
			if (!autoCommit) {
				connection.setAutoCommit(true);
			}
			return new BorrowedConnection(connection, connection.unwrap(BaseConnection.class), autoCommit,
					connection.getNetworkTimeout());
		}
		catch (SQLException ex) {
			closeAfter(ex, connection);
			throw ConnectionRefusedException.of(ex, dataSource);
		}
		catch (RuntimeException ex) {
			closeAfter(ex, connection);
			throw ex;
		}
	}

	private static void closeAfter(Exception failure, Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Waits for answers without a limit.
	 */
	void liftNetworkTimeout() {
		try {
			setNetworkTimeout(0);
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Restores the original settings.
	 */
	void restore() {
		try {
			setNetworkTimeout(this.networkTimeout);
			this.handedOver.setAutoCommit(this.autoCommit);
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	private void setNetworkTimeout(int millis) throws SQLException {
		if (this.networkTimeout != 0) {
			this.handedOver.setNetworkTimeout(Runnable::run, millis);
		}
	}

	@Override
	public void close() {
		try {
			this.handedOver.close();
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Gives back a connection that is lost.
	 */
	void closeLost() {
		try {
			this.handedOver.close();
		}
		catch (SQLException ex) {
			// The pool has noticed that the connection is lost, and removes it.
		}
	}

}
