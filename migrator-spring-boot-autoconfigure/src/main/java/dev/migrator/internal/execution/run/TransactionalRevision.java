package dev.migrator.internal.execution.run;

import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.dialect.connection.ExistingNames;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.failure.DataChangeException;
import dev.migrator.internal.execution.failure.FailureReport;
import dev.migrator.internal.execution.failure.ObjectOfAnotherTool;
import dev.migrator.internal.execution.failure.QuotedRows;
import dev.migrator.internal.execution.statement.LostTables;
import dev.migrator.internal.execution.statement.Messages;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.statement.WithoutTransaction;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision in a transaction: one message with the author's SQL, the version row,
 * the history row and the commit, or several messages if code over live data comes
 * between.
 */
final class TransactionalRevision implements RevisionInTransaction.Statements {

	private final Run run;

	private final Script script;

	private final ScriptBody body;

	private final RevisionInTransaction revision;

	private final Messages messages;

	private final QuotedRows quotedRows;

	TransactionalRevision(Run run, Script script, ScriptBody body, RevisionSummary summary) {
		this.run = run;
		this.script = script;
		this.body = body;
		this.revision = new RevisionInTransaction(script, body, summary, run.tables(), run.after(summary),
				run.settings());
		this.messages = new Messages(run.connection());
		this.quotedRows = new QuotedRows(run.connection(), body);
	}

	void run(Step step) {
		try {
			String started = begin();
			this.revision.write(this, step, started);
			this.messages.send();
		}
		catch (SqlFailure ex) {
			throw failed(this.messages.locate(ex), ex);
		}
		finally {
			if (!this.run.single()) {
				this.run.connection().endTransaction();
			}
		}
	}

	/**
	 * Begins the transaction, and returns SQL for its time: the transaction's own time,
	 * unless the transaction is that of a whole run.
	 */
	private String begin() {
		String timeouts = this.run.limits().local();
		if (!this.run.single()) {
			own("beginning a transaction", TransactionSql.BEGIN + timeouts);
			return TransactionSql.ITS_BEGIN;
		}
		return TransactionSql.now(this.run.connection(), timeouts);
	}

	@Override
	public void own(String purpose, String sql) {
		this.messages.own(purpose, sql);
	}

	@Override
	public void author(int operation, ExecuteSql sql, int statements) {
		this.messages.author(operation, sql, this.revision.summary());
	}

	@Override
	public void data(int index, DataMigration data) {
		this.messages.send();
		try {
			DataTransaction.run(this.run.connection(), data);
		}
		catch (DataChangeException ex) {
			this.run.connection().rollback();
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, index, ex, nothingKept(null),
					this.quotedRows);
		}
		catch (SqlFailure ex) {
			// The session was ended while the code did something else.
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, index, ex, nothingKept(ex.error()),
					this.quotedRows);
		}
		catch (DataTransaction.EndedException ex) {
			this.run.connection().rollback();
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, index, ex, """
					What was done before may be committed, without a version row: check what exists. Remove COMMIT \
					and ROLLBACK from the code, or %s and use op.dataWithAutocommit."""
				.formatted(WithoutTransaction.header(this.script)), this.quotedRows);
		}
		this.messages.after(new FailurePlace(index, "running it", 0, 0, 0, 0, data.why()));
	}

	private RuntimeException failed(FailurePlace place, SqlFailure ex) {
		this.run.connection().rollback();
		ServerError error = this.quotedRows.apply(ex.error());
		if (place.purpose().equals(RevisionInTransaction.VERSION_ROW) && error.divisionByZero()) {
			return new VersionRowConflictException(this.script.revision().id(), "was rolled back", this.run.tables(),
					this.run.rows(), ex);
		}
		return FailureReport.of(ScriptTitle.of(this.script), this.body, place, error, action(place, error), ex);
	}

	private String action(FailurePlace place, ServerError error) {
		String advice = WithoutTransaction.advice(this.script, place, error);
		boolean refused = this.run.allOrNothing() && !advice.isEmpty();
		return nothingKept(error) + advice + (refused ? WithoutTransaction.NOT_IN_SINGLE : "")
				+ LostTables.advice(place, error, this.body, this.run.tables())
				+ (existedBefore(error) ? existedAdvice() : "");
	}

	/**
	 * Returns whether the object existed before. Asked after the rollback, when an object
	 * that the revision itself created twice no longer exists.
	 */
	private boolean existedBefore(ServerError error) {
		if (!this.run.connection().alive()) {
			return false;
		}
		ExistingNames names = new ExistingNames(this.run.connection());
		return (error.objectExists() && names.hasObject(error.quoted()))
				|| (error.columnExists() && names.hasColumn(error.quoted()));
	}

	private String nothingKept(@Nullable ServerError error) {
		boolean timeout = error != null && !error.timeout().isEmpty();
		if (!this.run.connection().alive() && !timeout) {
			return "The connection was lost before the server answered. " + FailureReport.startAgain(error)
					+ ": the next start finds out whether this was committed, and continues from there.";
		}
		return this.run.nothingKept(error);
	}

	private String existedAdvice() {
		String ofAnotherTool = ObjectOfAnotherTool.advice(this.run.connection(), this.run.tables());
		if (this.run.before().rows().isEmpty()) {
			return ofAnotherTool + stampAdvice();
		}
		// If a tool has made it, a stamp would leave new databases broken.
		return ofAnotherTool.isEmpty() ? madeAlready() : ofAnotherTool;
	}

	private String madeAlready() {
		return """


				If this database has all that this revision makes (Hibernate's ddl-auto made it, or somebody by hand), \
				nothing is wrong with the script:

				    migrator stamp %s""".formatted(this.script.revision().id());
	}

	private String stampAdvice() {
		return """


				If this database had its schema before it had a migrator, stamp it with the revision that this schema \
				is at (this one, or one that follows it), and only what comes after that will be run:

				    migrator stamp %s""".formatted(this.script.revision().id());
	}

}
