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
	void run(RevisionStatement unit, boolean again) {
		ServerConnection connection = this.run.connection();
		boolean shares = !connection.inTransaction() && unit.mayShareATransaction();
		String before = shares ? TransactionSql.BEGIN : "";
		try {
			if (again) {
				this.record.running();
			}
			// RESET ALL restores the settings of the role.
			connection.send(TransactionSql.READ_AS_CHECKED);
			if (shares && runAndRecord(unit)) {
				return;
			}
			before = "";
			runAlone(unit, again);
			this.done.add(unit);
		}
		catch (SqlFailure | DataChangeException | DataTransaction.EndedException ex) {
			connection.endTransaction();
			throw stopped(this.failures.of(unit, before, this.done.recorded(), ex));
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
	private boolean runAndRecord(RevisionStatement unit) {
		ServerConnection connection = this.run.connection();
		DoneStatements then = this.done.copy();
		String begin = "";
		if (unit.copy().isPresent()) {
			connection.send(TransactionSql.BEGIN);
			connection.copyIn(unit.text(), then.hashed(unit.copy().get()));
		}
		else if (unit.data().isPresent()) {
			connection.send(TransactionSql.BEGIN);
			DataTransaction.run(connection, unit.data().get());
		}
		else {
			begin = TransactionSql.BEGIN + unit.text() + "\n;\n";
		}
		then.add(unit);
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
				throw stopped(this.failures.own("recording it in the history", unit.place(), this.done.recorded(),
						unit.of(), ex));
			}
			throw ex;
		}
		connection.endTransaction();
		this.done.become(then);
		this.done.setRecorded();
		return true;
	}

	private void runAlone(RevisionStatement unit, boolean again) {
		ServerConnection connection = this.run.connection();
		boolean waits = unit.concurrently() && !connection.query(this.run.limits().waitConcurrently()).isEmpty();
		try {
			if (this.interrupted.prepare(unit, again)) {
				runOnce(unit);
			}
		}
		finally {
			if (waits && connection.alive() && !connection.inTransaction()) {
				connection.send(this.run.limits().waitAsBefore());
			}
		}
	}

	private void runOnce(RevisionStatement unit) {
		ServerConnection connection = this.run.connection();
		if (unit.data().isPresent()) {
			DataMigration data = unit.data().get();
			DataChangeException.run(() -> connection.jdbc(new JdbcDataChange(data)));
		}
		else if (unit.copy().isPresent()) {
			connection.copyIn(unit.text(), this.done.hashed(unit.copy().get()));
		}
		else {
			if (unit.commits() && connection.inTransaction() && !connection.transactionAborted()) {
				DoneStatements then = this.done.copy();
				then.add(unit);
				this.record.writeBeforeCommit(then);
			}
			connection.send(unit.text());
		}
	}

}
