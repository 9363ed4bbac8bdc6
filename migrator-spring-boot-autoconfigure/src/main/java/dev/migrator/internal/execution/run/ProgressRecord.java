package dev.migrator.internal.execution.run;

import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.ScriptSession;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.dialect.store.VersionRowChange;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.statement.DoneStatements;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;

/**
 * The history row of a revision without a transaction: its progress, the state of its
 * session, and the reason why it stopped. It is written as the role with which the
 * session was handed over, no matter which role the script has set.
 */
final class ProgressRecord {

	private final Run run;

	private final String revision;

	private final Script script;

	private final HistoryTable history;

	private final RevisionSummary summary;

	/** The objects that the pool has created in each of its sessions. */
	private final List<String> things;

	private String id = "";

	private ProgressRecord(Run run, Script script, RevisionSummary summary) {
		this.run = run;
		this.revision = script.revision().id();
		this.script = script;
		this.summary = summary;
		this.history = new HistoryTable(run.tables(), run.settings().application());
		this.things = ScriptSession.things(run.connection());
	}

	/**
	 * Begins a record.
	 */
	static ProgressRecord begin(Run run, Script script, RevisionSummary summary, Direction direction) {
		ProgressRecord record = new ProgressRecord(run, script, summary);
		String running = record.history.running(Recorded.of(script), direction, summary.total());
		record.id = run.connection().query(running).get(0).required(0);
		return record;
	}

	/**
	 * Continues the record of an earlier run.
	 */
	static ProgressRecord resume(Run run, Script script, RevisionSummary summary, LastEntry unfinished) {
		ProgressRecord record = new ProgressRecord(run, script, summary);
		record.id = Long.toString(unfinished.id());
		record.running();
		return record;
	}

	/**
	 * Records that the revision runs again after it had stopped.
	 */
	void running() {
		send("", this.history.resumed(this.id, Recorded.of(this.script), this.summary.total()));
	}

	private String read(DoneStatements done) {
		return ScriptSession.read(this.run.session(), this.things, this.summary.settings(), done.count());
	}

	/**
	 * Records the progress, in a transaction of its own.
	 */
	void write(DoneStatements done) {
		send(read(done), progress(done));
	}

	/**
	 * Returns statements that record the progress in the same transaction as the work.
	 * They leave another role than the script's until the end of that transaction.
	 */
	String sharing(DoneStatements done) {
		return read(done) + this.run.session().identity() + progress(done);
	}

	/**
	 * Records the progress just before the script's own transaction is committed. That
	 * transaction may be read-only.
	 */
	void writeBeforeCommit(DoneStatements done) {
		ServerConnection connection = this.run.connection();
		try {
			connection.send(TransactionSql.divided(sharing(done)));
		}
		catch (SqlFailure ex) {
			if (!connection.alive()) {
				throw ex;
			}
			connection.send(TransactionSql.takeBackDivided());
		}
	}

	private String progress(DoneStatements done) {
		return this.history.progress(this.revision, this.id, done.count(), done.hash());
	}

	/**
	 * Records that the revision stopped. An open transaction is rolled back.
	 */
	void failed(String error) {
		if (this.run.connection().alive()) {
			try {
				this.run.connection().endTransaction();
				send("", this.history.failed(this.revision, this.id, error));
			}
			catch (SqlFailure ex) {
				// The original failure is more useful, and a start continues also after
				// "running".
			}
		}
	}

	/**
	 * Records that the revision is done, with the version rows.
	 */
	void finish(Step step) {
		this.run.connection()
			.send(TransactionSql.BEGIN_TO_WRITE + this.run.session().restore()
					+ VersionRowChange.sql(this.run.tables(), step.removedRows(), step.addedRows())
					+ this.history.finished(this.revision, this.id) + TransactionSql.COMMIT);
	}

	private void send(String before, String sql) {
		this.run.connection()
			.send(TransactionSql.BEGIN_TO_WRITE + before + this.run.session().identity() + sql + TransactionSql.COMMIT);
	}

}
