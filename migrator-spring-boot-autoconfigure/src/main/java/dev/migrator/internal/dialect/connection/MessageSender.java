package dev.migrator.internal.dialect.connection;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.migrator.internal.dialect.error.SqlFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * Sends the messages of a connection one after the other. Knows which one is pending,
 * tells the listeners which one failed, and protects those that clean up from being
 * cancelled.
 */
final class MessageSender {

	private final Consumer<String> notices;

	private volatile @Nullable PendingMessage pending;

	/** The last message of this session; {@code null} if JDBC code has run since. */
	private @Nullable PendingMessage last;

	private final Object cancelling = new Object();

	private boolean cleaning;

	/** The listeners for failed messages. */
	private final List<Consumer<SqlFailure>> failures = new CopyOnWriteArrayList<>();

	MessageSender(Consumer<String> notices) {
		this.notices = notices;
	}

	/**
	 * Returns the message whose answer has not arrived yet.
	 */
	@Nullable PendingMessage pending() {
		return this.pending;
	}

	/**
	 * Forgets the last message, because the session is another one or JDBC code runs.
	 */
	void forgetLast() {
		this.last = null;
	}

	/**
	 * Sends a message whose rows are not needed.
	 * @return the number of statements that the server completed
	 */
	int send(BaseConnection driver, String message) {
		PendingMessage answer = register(message);
		try {
			return Message.send(driver, message, this.notices, answer);
		}
		catch (SqlFailure ex) {
			tell(ex);
			throw ex;
		}
		finally {
			this.pending = null;
		}
	}

	/**
	 * Sends a message and returns the rows of each statement.
	 */
	List<List<Row>> query(BaseConnection driver, String message) {
		PendingMessage answer = register(message);
		try {
			return Message.query(driver, message, this.notices, answer);
		}
		catch (SqlFailure ex) {
			tell(ex);
			throw ex;
		}
		finally {
			this.pending = null;
		}
	}

	/**
	 * Runs a {@code COPY ... FROM STDIN}.
	 */
	void copyIn(BaseConnection driver, String statement, CopyRows rows) {
		PendingMessage answer = register(statement);
		try {
			CopyMessage.send(driver, statement, rows, this.notices, answer);
		}
		catch (SqlFailure ex) {
			tell(ex);
			throw ex;
		}
		finally {
			this.pending = null;
		}
	}

	private PendingMessage register(String message) {
		PendingMessage answer = new PendingMessage(message, this.last);
		this.last = answer;
		this.pending = answer;
		return answer;
	}

	/**
	 * Calls the listeners, but not for a failed cleanup, which says nothing about the
	 * reason for the cleanup.
	 */
	private void tell(SqlFailure failure) {
		if (!this.cleaning) {
			this.failures.forEach((told) -> told.accept(failure));
		}
	}

	/**
	 * Registers a listener for each message that fails, unless it cleans up.
	 * @return removes the listener
	 */
	Runnable onFailure(Consumer<SqlFailure> told) {
		this.failures.add(told);
		return () -> this.failures.remove(told);
	}

	/**
	 * Sends a message that {@link #cancel} does not cancel. Waits for a cancel that is
	 * already being sent.
	 */
	void cleanUp(BaseConnection driver, String message) {
		setCleaning(true);
		try {
			send(driver, message);
		}
		finally {
			setCleaning(false);
		}
	}

	private void setCleaning(boolean value) {
		synchronized (this.cancelling) {
			this.cleaning = value;
		}
	}

	/**
	 * Asks the server to cancel the pending message, unless it cleans up or the
	 * connection is lost. May be called from any thread.
	 * @param driver returns the connection at that moment
	 */
	void cancel(Supplier<BaseConnection> driver) {
		synchronized (this.cancelling) {
			try {
				if (!this.cleaning && !driver.get().getQueryExecutor().isClosed()) {
					driver.get().cancelQuery();
				}
			}
			catch (SQLException ex) {
				throw new SqlFailure(ex, 0);
			}
		}
	}

}
