package dev.migrator.internal.dialect.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.internal.dialect.error.SqlFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Sends all statements of a run of the migrator over one connection. Takes the connection
 * from the application's DataSource. Statements are sent as text, in autocommit mode; the
 * text itself begins and ends transactions. Not for use by several threads.
 */
public final class ServerConnection implements AutoCloseable {

	private final DataSource dataSource;

	private volatile BorrowedConnection session;

	private final MessageSender sender;

	private ServerConnection(DataSource dataSource, Consumer<String> notices) {
		this.dataSource = dataSource;
		this.sender = new MessageSender(notices);
		this.session = BorrowedConnection.take(dataSource);
	}

	/**
	 * Takes a connection.
	 * @param dataSource the DataSource
	 * @param notices receives the notices of the server while it works, such as
	 * {@code RAISE NOTICE}, without secrets
	 * @return the connection, to be closed by the caller
	 * @throws ConnectionRefusedException if no connection can be opened, if it does not
	 * lead to PostgreSQL, or if it hides the driver
	 */
	public static ServerConnection open(DataSource dataSource, Consumer<String> notices) {
		return new ServerConnection(dataSource, notices);
	}

	/**
	 * Waits for answers without a limit, even if the application's statements have a
	 * socket timeout. {@link #close()} restores the timeout. The server limits the time
	 * of a statement.
	 */
	public void liftNetworkTimeout() {
		this.session.liftNetworkTimeout();
	}

	/**
	 * Asks the server to cancel its work for this connection, unless the connection
	 * cleans up. May be called from any thread; the thread that waits for the answer gets
	 * an error.
	 */
	public void cancel() {
		this.sender.cancel(this::driver);
	}

	/**
	 * Ends the session, and takes a new one from the same DataSource. The state of the
	 * old session is lost.
	 * @throws ConnectionRefusedException if no connection can be opened
	 */
	public void renew() {
		end();
		close();
		this.sender.forgetLast();
		this.session = BorrowedConnection.take(this.dataSource);
	}

	/**
	 * Ends the session, because its changes cannot be undone and the pool must not get it
	 * back. A pool replaces it.
	 */
	public void end() {
		try {
			driver().close();
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Cuts the connection. May be called from any thread; the thread that waits for an
	 * answer gets an error.
	 */
	public void abort() {
		try {
			driver().abort(Runnable::run);
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Returns the message whose answer has not arrived yet. May be called from any
	 * thread.
	 * @return the message; {@code null} if there is none, or if JDBC code is running
	 */
	public @Nullable PendingMessage pending() {
		return this.sender.pending();
	}

	/**
	 * Returns the process on the server, as the driver learned it when it connected.
	 * Behind a pooler it is not the process that runs the statements.
	 * @return the process id
	 */
	public int backendPid() {
		return driver().getQueryExecutor().getBackendPID();
	}

	/**
	 * Sends a message and waits until the server has completed it. Its rows are not kept.
	 * @param message SQL, any number of statements
	 * @return the number of statements that the server completed
	 * @throws SqlFailure if one of them failed
	 */
	public int send(String message) {
		return this.sender.send(driver(), message);
	}

	/**
	 * Sends a message that cleans up. {@link #cancel()} does not cancel it, because then
	 * the objects that it must remove would stay. Waits for a cancel that is already
	 * being sent.
	 * @param message SQL, any number of statements
	 * @throws SqlFailure if one of them failed
	 */
	public void cleanUp(String message) {
		this.sender.cleanUp(driver(), message);
	}

	/**
	 * Sends a message and returns the rows of all its statements.
	 * @param message SQL, any number of statements
	 * @return the rows
	 * @throws SqlFailure if a statement failed
	 */
	public List<Row> query(String message) {
		List<List<Row>> rows = this.sender.query(driver(), message);
		return (rows.size() == 1) ? rows.get(0) : rows.stream().flatMap(List::stream).toList();
	}

	/**
	 * Sends a message and keeps the rows of its statements separate.
	 * @param message SQL, any number of statements
	 * @return the rows of each statement, in their order; an empty list for a statement
	 * that returns none
	 * @throws SqlFailure if a statement failed
	 */
	public List<List<Row>> answers(String message) {
		return this.sender.query(driver(), message);
	}

	/**
	 * Sends statements as one message and keeps their rows separate. They are one
	 * transaction, unless one is open already. Each of them sees what others have
	 * committed before it.
	 * @param statements the statements, one in each text
	 * @return the rows of each statement, in their order; an empty list for a statement
	 * that returns none
	 * @throws SqlFailure if a statement failed
	 * @throws IllegalArgumentException if a text is not exactly one statement; the
	 * statements have run by then
	 */
	public List<List<Row>> queries(List<String> statements) {
		if (statements.isEmpty()) {
			return List.of();
		}
		// A separate line, because a text may end in a comment.
		List<List<Row>> rows = answers(String.join("\n;\n", statements));
		if (rows.size() != statements.size()) {
			throw new IllegalArgumentException(
					"%s statements were sent as %s".formatted(rows.size(), statements.size()));
		}
		return rows;
	}

	/**
	 * Runs a {@code COPY ... FROM STDIN}.
	 * @param statement the statement
	 * @param rows its data
	 * @throws SqlFailure if it failed
	 */
	public void copyIn(String statement, CopyRows rows) {
		this.sender.copyIn(driver(), statement, rows);
	}

	/**
	 * Registers a listener for each message that fails, unless it cleans up.
	 * @param told the listener; it may throw an exception that explains the failure
	 * better, which {@link #send}, {@link #query}, {@link #queries} and {@link #copyIn}
	 * then throw
	 * @return removes the listener
	 */
	public Runnable onFailure(Consumer<SqlFailure> told) {
		return this.sender.onFailure(told);
	}

	/**
	 * Returns the role that runs statements.
	 * @return its name as SQL
	 */
	public String role() {
		return query("select pg_catalog.quote_ident(current_user)").get(0).required(0);
	}

	/**
	 * Returns the database of the session.
	 * @return its name as SQL
	 */
	public String database() {
		return query("select pg_catalog.quote_ident(pg_catalog.current_database())").get(0).required(0);
	}

	/**
	 * Returns the major version of the server.
	 * @return the version, such as 18
	 */
	public int serverVersion() {
		try {
			return driver().getMetaData().getDatabaseMajorVersion();
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Rolls back the open transaction, if there is one and the connection is alive. Sends
	 * text, because {@code Connection.rollback()} throws in autocommit mode.
	 */
	public void rollback() {
		if (alive() && inTransaction()) {
			cleanUp("ROLLBACK");
		}
	}

	/**
	 * Returns whether the connection to the server is alive, as far as is known without
	 * asking the server.
	 * @return {@code false} once the connection was lost
	 */
	public boolean alive() {
		return !driver().getQueryExecutor().isClosed();
	}

	/**
	 * Runs JDBC code on the connection. Each of its statements is committed by itself.
	 * @param work the code
	 * @throws Exception what the code throws
	 */
	public void jdbc(JdbcWork work) throws Exception {
		this.sender.forgetLast();
		work.run(this.session.handedOver());
	}

	/**
	 * Runs JDBC code in a transaction that was begun in text: without autocommit the
	 * driver neither commits by itself nor refuses cursors. Autocommit stays off until
	 * {@link #endTransaction()}.
	 * @param work the code
	 * @throws Exception what the code throws
	 */
	public void jdbcInTransaction(JdbcWork work) throws Exception {
		this.sender.forgetLast();
		this.session.handedOver().setAutoCommit(false);
		work.run(this.session.handedOver());
	}

	/**
	 * Returns whether a transaction is open.
	 * @return {@code true} between BEGIN and COMMIT or ROLLBACK, failed or not
	 */
	public boolean inTransaction() {
		return driver().getTransactionState() != TransactionState.IDLE;
	}

	/**
	 * Returns whether a statement of the open transaction failed, so that no other
	 * statement can run in it.
	 * @return {@code true} until it is rolled back
	 */
	public boolean transactionAborted() {
		return driver().getTransactionState() == TransactionState.FAILED;
	}

	/**
	 * Returns what identifies the open transaction: the time when it began.
	 * @return the server's time
	 */
	public String transaction() {
		return query("select transaction_timestamp()").get(0).required(0);
	}

	/**
	 * Ends a transaction that is still open, and returns to autocommit after
	 * {@link #jdbcInTransaction}. Changes that are not committed are rolled back.
	 */
	public void endTransaction() {
		if (!alive()) {
			return;
		}
		// Before autocommit is switched on, because JDBC would then commit what is still
		// open.
		rollback();
		try {
			this.session.handedOver().setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	/**
	 * Gives the connection back to its DataSource, in its original commit mode. A
	 * transaction that is still open is rolled back.
	 */
	@Override
	public void close() {
		if (!alive()) {
			this.session.closeLost();
			return;
		}
		try (BorrowedConnection borrowed = this.session) {
			rollback();
			borrowed.restore();
		}
	}

	private BaseConnection driver() {
		return this.session.driver();
	}

	/**
	 * Code that works on the JDBC connection.
	 */
	@FunctionalInterface
	public interface JdbcWork {

		/**
		 * Does the work.
		 * @param connection the connection; it must not be closed
		 * @throws Exception if it fails
		 */
		void run(Connection connection) throws Exception;

	}

}
