package dev.migrator.internal.execution.run;

import dev.migrator.internal.dialect.session.TransactionSql;

/**
 * The one transaction of a run. A script may have ended it; closing it rolls back the
 * rest.
 */
final class WholeRun implements AutoCloseable {

	private final Run run;

	private WholeRun(Run run) {
		this.run = run;
	}

	/**
	 * Begins the transaction, or begins again after a rollback.
	 */
	static WholeRun begin(Run run) {
		run.begin();
		run.connection().send(TransactionSql.BEGIN);
		return new WholeRun(run);
	}

	void commit() {
		end(TransactionSql.COMMIT);
	}

	void rollback() {
		end(TransactionSql.ROLLBACK);
	}

	private void end(String how) {
		if (this.run.connection().inTransaction()) {
			this.run.connection().send(how);
		}
	}

	@Override
	public void close() {
		this.run.connection().endTransaction();
	}

}
