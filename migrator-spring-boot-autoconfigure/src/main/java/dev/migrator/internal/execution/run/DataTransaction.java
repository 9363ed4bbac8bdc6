package dev.migrator.internal.execution.run;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.failure.DataChangeException;
import dev.migrator.operation.DataMigration;

/**
 * Runs code over live data in an open transaction, and checks that the transaction is
 * still open afterwards.
 */
final class DataTransaction {

	private DataTransaction() {
	}

	/**
	 * Runs the code. It can end the transaction or leave it aborted, and the driver does
	 * not report that.
	 * @throws DataChangeException if it fails, or leaves the transaction aborted
	 * @throws EndedException if it has ended the transaction
	 */
	static void run(ServerConnection connection, DataMigration data) {
		String transaction = connection.transaction();
		DataChangeException.run(() -> {
			connection.jdbcInTransaction(new JdbcDataChange(data));
			if (connection.transactionAborted()) {
				throw new IllegalStateException("One of its statements failed, and the exception was swallowed.");
			}
		});
		if (!connection.inTransaction() || !transaction.equals(connection.transaction())) {
			throw new EndedException();
		}
	}

	/**
	 * Thrown when the code has ended the transaction.
	 */
	static final class EndedException extends IllegalStateException {

		private EndedException() {
			super("It ended the transaction of the revision, with a COMMIT or a ROLLBACK.");
		}

	}

}
