package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.address.DataSourceAddress;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Thrown when the migrator gets no connection that it can use.
 */
public class ConnectionRefusedException extends MigratorException {

	private ConnectionRefusedException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	/**
	 * Creates the exception for a failed connection. If the server refuses the login or
	 * does not have the database, it was reached.
	 */
	static ConnectionRefusedException of(SQLException cause, DataSource dataSource) {
		ServerError error = said(cause);
		if (error.outOfConnections()) {
			return outOfConnections(error, cause);
		}
		String address = DataSourceAddress.of(dataSource).map((found) -> " (" + found + ")").orElse("");
		if (error.loginRefused()) {
			return new ConnectionRefusedException("The server refused the login" + address + ":\n\n" + error.describe(),
					"Check spring.datasource.username and spring.datasource.password (with migrator.url: "
							+ "migrator.username and migrator.password), and that this user may connect (pg_hba.conf, "
							+ "LOGIN, GRANT CONNECT).",
					cause);
		}
		if (error.databaseMissing()) {
			return new ConnectionRefusedException(
					"The server is running, but the database does not exist" + address + ":\n\n" + error.describe(),
					"Create it, or correct its name in spring.datasource.url (or migrator.url).", cause);
		}
		return new ConnectionRefusedException(
				"The database could not be reached" + address + ":\n\n" + error.describe() + reason(cause),
				"Check that the server is running, and check spring.datasource.* (or migrator.url, username and password).",
				cause);
	}

	/**
	 * Adds what the driver does not say: it reports many causes as "The connection
	 * attempt failed."
	 */
	private static String reason(SQLException failure) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		if (root instanceof UnknownHostException) {
			String host = Objects.requireNonNullElse(root.getMessage(), "")
				.replaceFirst(".*@", "")
				.replaceFirst(":.*", "");
			return "\n  The host " + host + " is unknown.";
		}
		String message = root.getMessage();
		return (root instanceof IOException && message != null && !message.equals("Connection refused"))
				? "\n  " + Secrets.mask(message) + "." : "";
	}

	/**
	 * Creates the exception for a DataSource that fails otherwise. A routing DataSource,
	 * for example, has no target without a request.
	 */
	static ConnectionRefusedException noConnection(RuntimeException cause) {
		ServerError error = said(cause);
		if (error != null && error.outOfConnections()) {
			return outOfConnections(error, cause);
		}
		return new ConnectionRefusedException(
				"The DataSource gave no connection:\n\n  " + Secrets.mask(cause.toString()),
				"It must give one outside of a request and a transaction (a routing DataSource needs a default "
						+ "target)), or give the migrator its own connection with migrator.url.",
				cause);
	}

	private static ConnectionRefusedException outOfConnections(ServerError error, Exception cause) {
		return new ConnectionRefusedException(
				"The server is running, but has no connection left:\n\n" + error.describe(),
				"Start again when there are fewer sessions (select * from pg_stat_activity), give each application a smaller "
						+ "pool (spring.datasource.hikari.maximum-pool-size), or raise the limit above: "
						+ "max_connections of the server, CONNECTION LIMIT of the role or the database.",
				cause);
	}

	/**
	 * Finds the error of the server in the exception of a pool, which says something
	 * else.
	 */
	private static ServerError said(SQLException cause) {
		ServerError error = said((Exception) cause);
		return (error != null) ? error : ServerError.of(cause);
	}

	private static @Nullable ServerError said(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof PSQLException exception && exception.getServerErrorMessage() != null) {
				return ServerError.of(exception);
			}
		}
		return null;
	}

	static ConnectionRefusedException otherDatabase(String product) {
		return new ConnectionRefusedException(
				"The DataSource leads to " + product + ", but the migrator works only with PostgreSQL.",
				"Point the application to PostgreSQL, give the migrator its own database with migrator.url, "
						+ "or switch it off with migrator.enabled=false.",
				null);
	}

	static ConnectionRefusedException sessionNotKept() {
		return new ConnectionRefusedException(
				"There is a connection pooler in transaction or statement mode between the application and PostgreSQL "
						+ "(PgBouncer, for example): two statements of one connection may run in two sessions, and the "
						+ "migrator's lock would protect nothing.",
				"Give the migrator the address of the server itself with migrator.url, migrator.username and "
						+ "migrator.password.",
				null);
	}

	static ConnectionRefusedException driverHidden(Class<? extends Connection> type) {
		return new ConnectionRefusedException(
				"The DataSource's connection (" + type.getName()
						+ ") does not unwrap to the connection of the PostgreSQL "
						+ "driver. The migrator needs that connection to send scripts exactly as they are written.",
				"Give the migrator its own connection with migrator.url, migrator.username and "
						+ "migrator.password, or mark a DataSource that unwraps with @MigratorDataSource.",
				null);
	}

}
