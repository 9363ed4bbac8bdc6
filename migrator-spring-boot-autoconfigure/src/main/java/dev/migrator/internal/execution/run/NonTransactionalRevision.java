package dev.migrator.internal.execution.run;

import java.util.List;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.ScriptSession;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.statement.DoneStatements;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.internal.execution.statement.RevisionStatements;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision that cannot be in a transaction: statement after statement, each
 * committed by itself, with a history row that records the progress. A revision that
 * stopped half-way continues at the first statement that is not done.
 */
final class NonTransactionalRevision {

	private final Run run;

	private final Script script;

	private final ScriptBody body;

	private final RevisionSummary summary;

	private final InterruptedWork interrupted;

	private final StatementFailures failures;

	private final RevisionGraph graph;

	/** The author's statement before the migrator's own statements. */
	private @Nullable FailurePlace after;

	NonTransactionalRevision(Run run, RevisionGraph graph, Direction direction, Script script, ScriptBody body,
			RevisionSummary summary) {
		this.run = run;
		this.graph = graph;
		this.script = script;
		this.body = body;
		this.summary = summary;
		this.interrupted = new InterruptedWork(run.connection(), script);
		this.failures = new StatementFailures(run, direction, script, body, this.interrupted);
	}

	void run(Step step) {
		try (RevisionStatements statements = new RevisionStatements(this.body, this.summary.total())) {
			runAll(step, statements);
		}
	}

	private void runAll(Step step, RevisionStatements statements) {
		LastEntry unfinished = unfinished(step);
		this.run.session(this.summary);
		try {
			ProgressRecord record = runStatements(step, statements, unfinished);
			finish(record, step);
		}
		catch (RuntimeException ex) {
			putBack();
			throw ex;
		}
		if (unfinished != null) {
			this.interrupted.warnOfInvalidIndexes();
		}
	}

	private ProgressRecord runStatements(Step step, RevisionStatements statements, @Nullable LastEntry unfinished) {
		DoneStatements done = new DoneStatements();
		if (unfinished != null) {
			resume(unfinished, done, statements);
		}
		try {
			ProgressRecord record = (unfinished != null)
					? ProgressRecord.resume(this.run, this.script, this.summary, unfinished)
					: ProgressRecord.begin(this.run, this.script, this.summary, step.direction());
			runOrMarkFailed(record, statements, done);
			return record;
		}
		catch (SqlFailure ex) {
			throw this.failures.own("recording it in the history", this.after, done.recorded(), statements.count(), ex);
		}
	}

	/**
	 * Restores the session after a failure. That failure is reported, and not one of this
	 * method.
	 */
	private void putBack() {
		ServerConnection connection = this.run.connection();
		try {
			connection.endTransaction();
			if (connection.alive()) {
				connection.send(this.run.session().restore());
			}
		}
		catch (SqlFailure ex) {
			// No revision follows, and the end of the run restores what can be restored.
		}
	}

	private void resume(LastEntry unfinished, DoneStatements done, RevisionStatements statements) {
		List<String> settings = done.resume(this.script, statements, unfinished);
		try {
			putBackWhatWasDone(unfinished, settings);
			this.interrupted.resume(unfinished, statements.count());
		}
		catch (SqlFailure ex) {
			throw this.failures.own("restoring what it had set in its session", null, done.recorded(),
					statements.count(), ex);
		}
	}

	/**
	 * Runs again the statements that set something in the session, if no state of the
	 * session was recorded: by an older version of the migrator, or because a person
	 * reduced the number of statements that are done.
	 */
	private void putBackWhatWasDone(LastEntry unfinished, List<String> settings) {
		ServerConnection connection = this.run.connection();
		String recorded = unfinished.howFar().session();
		ScriptSession session = (recorded != null) ? new ScriptSession(connection, recorded) : null;
		if (session == null || session.statements() > unfinished.howFar().done()) {
			settings.forEach(connection::send);
			return;
		}
		List<String> lost = session.lost();
		if (!lost.isEmpty()) {
			throw PlanRefusedException.sessionLost(unfinished.halfWay(this.graph), this.script, lost);
		}
		session.putBack();
	}

	private void finish(ProgressRecord record, Step step) {
		try {
			record.finish(step);
		}
		catch (SqlFailure ex) {
			record.failed("while recording it in the version table: " + ex.error().describeMessage());
			if (ex.error().divisionByZero()) {
				throw new VersionRowConflictException(this.script.revision().id(), "was run but not recorded",
						this.run.tables(), this.run.rows(), ex);
			}
			throw this.failures.own("recording it in the version table", this.after, this.summary.total(),
					this.summary.total(), ex);
		}
	}

	private @Nullable LastEntry unfinished(Step step) {
		LastEntry entry = this.run.before().lastEntries().get(this.script.revision().id());
		return (entry != null && !entry.finished() && entry.direction() == step.direction()) ? entry : null;
	}

	private void runOrMarkFailed(ProgressRecord record, RevisionStatements statements, DoneStatements done) {
		try {
			runEach(record, statements, done);
		}
		catch (OutOfMemoryError ex) {
			record.failed("A statement is larger than the memory: " + ex);
			throw ex;
		}
	}

	/**
	 * Runs each statement. While the script has a transaction of its own open, nothing of
	 * it is done yet.
	 */
	private void runEach(ProgressRecord record, RevisionStatements statements, DoneStatements done) {
		ServerConnection connection = this.run.connection();
		StatementRunner runner = new StatementRunner(this.run, this.interrupted, this.failures, record, done);
		while (statements.hasNext()) {
			RevisionStatement statement = statements.next();
			if (statement.repeatable() && !connection.inTransaction()) {
				LockRetry retry = this.run.retry();
				while (retry.goesOn()) {
					try {
						runner.run(statement, retry.again());
						retry.succeeded();
					}
					catch (ScriptFailedException ex) {
						retry.failed(ex);
					}
				}
			}
			else {
				runner.run(statement, false);
			}
			this.after = statement.place();
			if (done.recorded() < done.count() && !connection.inTransaction()) {
				record.write(done);
				done.setRecorded();
			}
		}
		if (connection.inTransaction()) {
			throw runner.stopped(this.failures.leftOpen(done.recorded()));
		}
	}

}
