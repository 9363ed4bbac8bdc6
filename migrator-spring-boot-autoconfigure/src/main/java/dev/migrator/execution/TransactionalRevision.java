package dev.migrator.execution;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerError;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Step;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;

/**
 * Runs a revision in a transaction: one message with the author's SQL, the version row,
 * the history row and the commit, or several where code over live data comes between.
 */
final class TransactionalRevision {

	private static final String VERSION_ROW = "recording it in the version table";

	private final Run run;

	private final Script script;

	private final ScriptBody body;

	private final Survey survey;

	private final HistoryTable history;

	TransactionalRevision(Run run, Script script, ScriptBody body, Survey survey) {
		this.run = run;
		this.script = script;
		this.body = body;
		this.survey = survey;
		this.history = new HistoryTable(run.tables(), run.settings().application());
	}

	void run(Step step) {
		Messages messages = new Messages(this.run.connection());
		try {
			String started = begin(messages);
			messages.own("saving the session's settings", this.survey.settings().save());
			int index = 0;
			for (Operation operation : this.body.operations()) {
				if (operation instanceof ExecuteSql sql) {
					messages.author(index, sql, this.survey.statements().get(index));
				}
				else if (operation instanceof DataMigration data) {
					messages.send();
					change(index, data);
				}
				index++;
			}
			// Before the author's settings are taken back: the triggers of deferred
			// constraints shall see what the author's SQL saw.
			messages.own("checking deferred constraints", "SET CONSTRAINTS ALL IMMEDIATE;");
			if (this.run.single()) {
				// It would last to the end of the transaction, and with it for the
				// revisions that follow.
				messages.own("deferring constraints again", "SET CONSTRAINTS ALL DEFERRED;");
			}
			messages.own("putting back the session's settings",
					this.run.session().restore() + this.survey.settings().restore());
			record(messages, step, started);
			messages.send();
		}
		catch (SqlFailure ex) {
			throw failed(messages.locate(ex), ex);
		}
		finally {
			if (!this.run.single()) {
				this.run.connection().endTransaction();
			}
		}
	}

	/**
	 * Begins the transaction and says when: the transaction's own time, unless it is that
	 * of a whole run.
	 */
	private String begin(Messages messages) {
		String timeouts = this.run.limits().local();
		if (!this.run.single()) {
			messages.own("beginning a transaction", "BEGIN;" + timeouts);
			return "transaction_timestamp()";
		}
		String now = this.run.connection().query(timeouts + "SELECT clock_timestamp()").get(0).required(0);
		return "'" + now + "'::timestamptz";
	}

	private void record(Messages messages, Step step, String started) {
		messages.own(VERSION_ROW, VersionRows.change(this.run.tables(), step.removedRows(), step.addedRows()));
		messages.own("recording it in the history", this.history.done(this.script, step.direction(), started));
		if (!this.run.single()) {
			messages.own("committing", "COMMIT;");
		}
	}

	/**
	 * Code can end the transaction or leave it aborted, and nothing of the driver's would
	 * say so.
	 */
	private void change(int index, DataMigration data) {
		ServerConnection connection = this.run.connection();
		String transaction = connection.transaction();
		try {
			DataChangeException.run(() -> {
				connection.jdbcInTransaction(new JdbcDataChange(data));
				if (connection.transactionAborted()) {
					throw new IllegalStateException("One of its statements failed, and the exception was swallowed.");
				}
			});
		}
		catch (DataChangeException ex) {
			connection.rollback();
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, index, ex, nothingKept());
		}
		if (!connection.inTransaction() || !transaction.equals(connection.transaction())) {
			connection.rollback();
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, index,
					new IllegalStateException("It ended the transaction of the revision, with a COMMIT or a ROLLBACK."),
					"""
							What was done before may be committed, without a version row: see what is there. Leave COMMIT \
							and ROLLBACK out of the code, or %s."""
						.formatted(WithoutTransaction.header(this.script)));
		}
	}

	private RuntimeException failed(FailurePlace place, SqlFailure ex) {
		this.run.connection().rollback();
		ServerError error = ex.error();
		if (place.purpose().equals(VERSION_ROW) && error.divisionByZero()) {
			return new VersionRowConflictException(this.script.revision().id(), "was rolled back", this.run.tables(),
					this.run.rows(), ex);
		}
		return FailureReport.of(ScriptTitle.of(this.script), this.body, place, error, action(place, error), ex);
	}

	private String action(FailurePlace place, ServerError error) {
		return nothingKept() + WithoutTransaction.advice(this.script, place, error)
				+ (existedBefore(error) ? "\n\n" + stampAdvice() : "");
	}

	/**
	 * Asked after the rollback: an object that the revision itself created twice is gone.
	 */
	private boolean existedBefore(ServerError error) {
		return error.objectExists() && this.run.before().rows().isEmpty() && this.run.connection().alive()
				&& this.run.connection().hasObject(error.quoted());
	}

	private String nothingKept() {
		if (!this.run.connection().alive()) {
			return "The connection was lost, and with it the server's last word. Start again: the next start sees "
					+ "whether this was committed, and goes on from there.";
		}
		String what = this.run.single() ? "Nothing of this run was kept" : "Nothing of this revision was kept";
		return what + "; " + this.run.databaseIsAt() + ". Mend the script and start again.";
	}

	private static String stampAdvice() {
		return """
				If this database had its schema before it had a migrator, stamp it with the revision that this schema \
				is at, and only what follows will be run:

				    migrator stamp <revision>""";
	}

}
