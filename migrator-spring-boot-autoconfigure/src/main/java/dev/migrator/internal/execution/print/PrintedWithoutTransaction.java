package dev.migrator.internal.execution.print;

import java.util.List;

import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.dialect.session.ScriptSession;
import dev.migrator.internal.dialect.session.SessionLimits;
import dev.migrator.internal.dialect.session.SessionSql;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.VersionRowChange;
import dev.migrator.internal.execution.run.RevisionInTransaction;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.statement.DoneStatements;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.internal.execution.statement.RevisionStatements;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.revision.Step;

/**
 * Prints a revision that cannot be in a transaction, with the history row that records
 * its progress, so that the migrator can continue where psql stopped.
 */
final class PrintedWithoutTransaction {

	private static final String BEGIN = TransactionSql.BEGIN_TO_WRITE + "\n";

	private final PsqlScript out;

	private final RevisionInTransaction revision;

	private final SessionLimits limits;

	private final HistoryTable history;

	private final String id;

	private final String lock;

	/** Whether the transaction that the script has open is read-only. */
	private boolean readOnly;

	PrintedWithoutTransaction(PsqlScript out, RevisionInTransaction revision, SessionLimits limits) {
		this.out = out;
		this.revision = revision;
		this.limits = limits;
		this.history = new HistoryTable(revision.tables(), revision.settings().application());
		MigratorTables tables = revision.tables();
		this.lock = AdvisoryLock.keySql(tables.schema(), tables.versionTable());
		this.id = this.history.runningId(Recorded.of(revision.script()));
	}

	void print(Step step) {
		Script script = this.revision.script();
		ScriptBody body = this.revision.body();
		RevisionSummary summary = this.revision.summary();
		this.out.own(ScriptSession.keepLock(this.lock));
		this.out.own(this.history.running(Recorded.of(script), step.direction(), summary.total()));
		DoneStatements done = new DoneStatements();
		boolean open = false;
		try (RevisionStatements statements = new RevisionStatements(body, summary.total())) {
			while (statements.hasNext()) {
				RevisionStatement statement = statements.next();
				this.out.own(statement.concurrently() ? this.limits.waitConcurrently() : "");
				open = print(statement, done, open);
				this.out.own(statement.concurrently() ? this.limits.waitAsBefore() : "");
			}
		}
		finish(step);
	}

	/**
	 * Prints a statement. While the script has a transaction of its own open, nothing of
	 * it is done yet. psql cannot try whether a statement runs in a transaction, so a
	 * statement that may not is printed outside of one.
	 * @return whether the script has one open now
	 */
	private boolean print(RevisionStatement statement, DoneStatements done, boolean open) {
		boolean shares = !open && statement.surelySharesATransaction();
		boolean commits = open && !this.readOnly && statement.commits();
		DoneStatements then = done.copy();
		this.out.own(shares ? TransactionSql.BEGIN : "");
		if (statement.copy().isPresent()) {
			this.out.copy(statement.text(), then.hashed(statement.copy().get()));
			then.add(statement);
		}
		else {
			then.add(statement);
			this.out.own(commits ? record(then) : "");
			this.out.statement(statement.text());
		}
		done.become(then);
		boolean nowOpen = ScriptInspection.inTransactionAfter(statement.text(), open);
		this.readOnly = nowOpen && (open ? this.readOnly : ScriptInspection.readsOnly(statement.text()));
		if (!nowOpen && !commits) {
			this.out.own((shares ? "" : BEGIN) + record(done) + TransactionSql.COMMIT);
		}
		return nowOpen;
	}

	private String record(DoneStatements done) {
		return ScriptSession.read(this.revision.session(), List.of(ScriptSession.LOCK),
				this.revision.summary().settings(), done.count()) + this.revision.session().identity()
				+ this.history.progress(this.revision.script().revision().id(), this.id, done.count(), done.hash());
	}

	private void finish(Step step) {
		SessionSql session = this.revision.session();
		this.out.own(BEGIN + session.restore()
				+ VersionRowChange.sql(this.revision.tables(), step.removedRows(), step.addedRows())
				+ this.history.finished(this.revision.script().revision().id(), this.id) + TransactionSql.COMMIT);
	}

}
