package dev.migrator.internal.execution.run;

import dev.migrator.execution.InvalidIndexException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.failure.DataChangeException;
import dev.migrator.internal.execution.statement.DoneStatements;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.operation.DataMigration;

/**
 * Runs single statements of a revision that cannot be in a transaction. A statement that
 * may be in a transaction shares one with its record, so that a process that is killed at
 * any moment neither loses nor repeats it.
 */
final class StatementRunner {

	private final Run run;

	private final InterruptedWork interrupted;

	private final StatementFailures failures;

	private final ProgressRecord record;

	private final DoneStatements done;

	StatementRunner(Run run, InterruptedWork interrupted, StatementFailures failures, ProgressRecord record,
			DoneStatements done) {
		this.run = run;
		this.interrupted = interrupted;
		this.failures = failures;
		this.record = record;
		this.done = done;
	}

	/**
	 * Runs the statement and records it.
	 * @param again whether the run tried it before
	 * @throws ScriptFailedException if it failed, which is then recorded
	 */
	void run(RevisionStatement statement, boolean again) {
		ServerConnection connection = this.run.connection();
		boolean shares = !connection.inTransaction() && statement.mayShareATransaction();
		String before = shares ? TransactionSql.BEGIN : "";
		try {
			if (again) {
				this.record.running();
			}
			// RESET ALL restores the settings of the role.
			connection.send(TransactionSql.READ_AS_CHECKED);
			if (shares && runAndRecord(statement)) {
				return;
			}
			before = "";
			runAlone(statement, again);
			this.done.add(statement);
		}
		catch (SqlFailure | DataChangeException | DataTransaction.EndedException ex) {
			connection.endTransaction();
			throw stopped(this.failures.of(statement, before, this.done.recorded(), ex));
		}
		catch (InvalidIndexException ex) {
			this.record.failed(ex.description());
			throw ex;
		}
	}

	/**
	 * Records that the revision stopped.
	 * @return the report
	 */
	ScriptFailedException stopped(ScriptFailedException report) {
		this.record.failed(report.summary());
		return report;
	}

	/**
	 * Runs a statement in one transaction with its record.
	 * @return {@code false} if the server does not run that statement in a transaction,
	 * or if the script makes transactions read-only: it was rolled back, and is to be run
	 * without its record
	 */
	private boolean runAndRecord(RevisionStatement statement) {
		ServerConnection connection = this.run.connection();
		DoneStatements then = this.done.copy();
		String begin = "";
		if (statement.copy().isPresent()) {
			connection.send(TransactionSql.BEGIN);
			connection.copyIn(statement.text(), then.hashed(statement.copy().get()));
		}
		else if (statement.data().isPresent()) {
			connection.send(TransactionSql.BEGIN);
			DataTransaction.run(connection, statement.data().get());
		}
		else {
			begin = TransactionSql.BEGIN + statement.text() + "\n;\n";
		}
		then.add(statement);
		try {
			connection.send(begin + this.record.sharing(then) + TransactionSql.COMMIT);
		}
		catch (SqlFailure ex) {
			boolean alone = ex.error().transactionInTheWay() || (ex.error().readOnly() && ex.completed() > 1);
			if (alone && !begin.isEmpty()) {
				connection.rollback();
				return false;
			}
			if ((begin.isEmpty() || ex.completed() > 1) && !ex.error().constraintViolated()) {
				// The statement was done: its record failed.
				throw stopped(this.failures.own("recording it in the history", statement.place(), this.done.recorded(),
						statement.of(), ex));
			}
			throw ex;
		}
		connection.endTransaction();
		this.done.become(then);
		this.done.setRecorded();
		return true;
	}

	private void runAlone(RevisionStatement statement, boolean again) {
		ServerConnection connection = this.run.connection();
		boolean waits = statement.concurrently() && !connection.query(this.run.limits().waitConcurrently()).isEmpty();
		try {
			if (this.interrupted.prepare(statement, again)) {
				runOnce(statement);
			}
		}
		finally {
			if (waits && connection.alive() && !connection.inTransaction()) {
				connection.send(this.run.limits().waitAsBefore());
			}
		}
	}

	private void runOnce(RevisionStatement statement) {
		ServerConnection connection = this.run.connection();
		if (statement.data().isPresent()) {
			DataMigration data = statement.data().get();
			DataChangeException.run(() -> connection.jdbc(new JdbcDataChange(data)));
		}
		else if (statement.copy().isPresent()) {
			connection.copyIn(statement.text(), this.done.hashed(statement.copy().get()));
		}
		else {
			if (statement.commits() && connection.inTransaction() && !connection.transactionAborted()) {
				DoneStatements then = this.done.copy();
				then.add(statement);
				this.record.writeBeforeCommit(then);
			}
			connection.send(statement.text());
		}
	}

}
