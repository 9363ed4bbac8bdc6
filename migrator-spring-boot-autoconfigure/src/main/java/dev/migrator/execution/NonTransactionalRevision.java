package dev.migrator.execution;

import java.util.List;

import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ScriptSession;
import dev.migrator.dialect.ServerError;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.operation.DataMigration;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.Step;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision that cannot be in a transaction: statement after statement, each one
 * committed by itself, with a history row that says how far it came. One that stopped
 * half-way goes on at the first statement that is not done. A statement that may be in a
 * transaction shares one with the record of it, so that a process that is killed at any
 * moment neither loses nor doubles it.
 */
final class NonTransactionalRevision {

	private static final String BEGIN = "BEGIN;";

	/** The script may have set {@code default_transaction_read_only}. */
	private static final String BEGIN_RECORD = "BEGIN READ WRITE;";

	/** RESET ALL brings back what the role says. */
	private static final String READ_AS_CHECKED = "SET standard_conforming_strings = on;";

	private final Run run;

	private final Script script;

	private final ScriptBody body;

	private final Survey survey;

	private final HistoryTable history;

	private final InterruptedWork interrupted;

	private final String readSession;

	/** What the migrator's own statements come after. */
	private @Nullable FailurePlace after;

	private final RevisionGraph graph;

	NonTransactionalRevision(Run run, RevisionGraph graph, Script script, ScriptBody body, Survey survey) {
		this.run = run;
		this.graph = graph;
		this.readSession = ScriptSession.read(run.session(survey), survey.settings());
		this.script = script;
		this.body = body;
		this.survey = survey;
		this.history = new HistoryTable(run.tables(), run.settings().application());
		this.interrupted = new InterruptedWork(run.connection(), script);
	}

	void run(Step step) {
		try (Units units = new Units(this.body, this.survey.total())) {
			run(step, units);
		}
	}

	private void run(Step step, Units units) {
		DoneStatements done = new DoneStatements();
		Trace unfinished = unfinished(step);
		try {
			if (unfinished != null) {
				resume(unfinished, done, units);
				this.interrupted.resume(unfinished, units.count());
			}
			String id = begin(step, units.count(), unfinished);
			runOrMarkFailed(id, units, done);
			finish(id, step);
			if (unfinished != null) {
				this.interrupted.warnOfInvalidIndexes();
			}
		}
		catch (SqlFailure ex) {
			putBack();
			throw failed("recording it in the history", done.recorded(), units.count(), ex);
		}
		catch (RuntimeException ex) {
			putBack();
			throw ex;
		}
	}

	/**
	 * After a failure, which says more than one of this.
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
			// No revision follows, and the end of the run puts back what can be put back.
		}
	}

	/**
	 * A record without a session is that of an older version of the migrator, or of a
	 * person: then what the statements say that they set is set again.
	 */
	private void resume(Trace unfinished, DoneStatements done, Units units) {
		List<String> settings = done.resume(this.script, units, unfinished);
		String recorded = unfinished.howFar().session();
		if (recorded == null) {
			settings.forEach(this.run.connection()::send);
			return;
		}
		ScriptSession session = new ScriptSession(this.run.connection(), recorded);
		List<String> lost = session.lost();
		if (!lost.isEmpty()) {
			throw PlanRefusedException.sessionLost(HalfWay.of(unfinished, this.graph), this.script, lost);
		}
		session.putBack();
	}

	private void finish(String id, Step step) {
		try {
			this.run.connection()
				.send(BEGIN_RECORD + this.run.session().restore()
						+ VersionRows.change(this.run.tables(), step.removedRows(), step.addedRows())
						+ this.history.finished(this.script.revision().id(), id) + "COMMIT");
		}
		catch (SqlFailure ex) {
			markFailed(id, "while recording it in the version table: " + ex.error().message());
			if (ex.error().divisionByZero()) {
				throw new VersionRowConflictException(this.script.revision().id(), "is done but not recorded",
						this.run.tables(), this.run.rows(), ex);
			}
			throw failed("recording it in the version table", this.survey.total(), this.survey.total(), ex);
		}
	}

	private @Nullable Trace unfinished(Step step) {
		Trace trace = this.run.before().traces().get(this.script.revision().id());
		return (trace != null && !trace.finished() && trace.direction().equals(step.direction().command())) ? trace
				: null;
	}

	private String begin(Step step, int statements, @Nullable Trace unfinished) {
		if (unfinished != null) {
			String id = Long.toString(unfinished.id());
			record(this.history.resumed(id, this.script, statements));
			return id;
		}
		String running = this.history.running(this.script, step.direction(), statements);
		return this.run.connection().query(running).get(0).required(0);
	}

	private void runOrMarkFailed(String id, Units units, DoneStatements done) {
		try {
			run(id, units, done);
		}
		catch (OutOfMemoryError ex) {
			markFailed(id, "A statement is larger than the memory: " + ex);
			throw ex;
		}
	}

	/**
	 * While the script has a transaction of its own open, nothing of it is done yet.
	 */
	private void run(String id, Units units, DoneStatements done) {
		ServerConnection connection = this.run.connection();
		while (units.hasNext()) {
			Unit unit = units.next();
			if (unit.repeatable() && !connection.inTransaction()) {
				this.run.retry().run((again) -> attempt(id, unit, done, again));
			}
			else {
				attempt(id, unit, done, false);
			}
			this.after = unit.place();
			if (done.recorded() < done.count() && !connection.inTransaction()) {
				record(this.readSession, progress(id, done));
				done.setRecorded();
			}
		}
		if (connection.inTransaction()) {
			throw leftOpen(id, done.recorded());
		}
	}

	private void attempt(String id, Unit unit, DoneStatements done, boolean again) {
		ServerConnection connection = this.run.connection();
		boolean shares = !connection.inTransaction() && unit.mayShareATransaction();
		String before = shares ? BEGIN : "";
		try {
			connection.send(READ_AS_CHECKED + this.run.limits().session(unit.concurrently()));
			if (shares && runAndRecord(id, unit, done)) {
				return;
			}
			before = "";
			if (this.interrupted.prepare(unit, again)) {
				run(unit, done);
			}
			done.add(unit);
		}
		catch (SqlFailure | DataChangeException | DataTransaction.EndedException ex) {
			throw failed(id, unit, before, done.recorded(), ex);
		}
		catch (InvalidIndexException ex) {
			markFailed(id, ex.description());
			throw ex;
		}
	}

	/**
	 * Runs a statement in one transaction with the record of it.
	 * @return {@code false} if the server does not run that statement in a transaction,
	 * or if the script lets transactions only read: it was rolled back, and is to be run
	 * without the record
	 */
	private boolean runAndRecord(String id, Unit unit, DoneStatements done) {
		ServerConnection connection = this.run.connection();
		DoneStatements then = done.copy();
		String begin = "";
		if (unit.copy().isPresent()) {
			connection.send(BEGIN);
			connection.copyIn(unit.text(), then.hashed(unit.copy().get()));
		}
		else if (unit.data().isPresent()) {
			connection.send(BEGIN);
			DataTransaction.run(connection, unit.data().get());
		}
		else {
			begin = BEGIN + unit.text() + "\n;\n";
		}
		then.add(unit);
		try {
			connection.send(begin + this.readSession + this.run.session().identity() + progress(id, then) + "COMMIT");
		}
		catch (SqlFailure ex) {
			boolean alone = ex.error().transactionInTheWay() || (ex.error().readOnly() && ex.completed() > 1);
			if (alone && !begin.isEmpty()) {
				connection.rollback();
				return false;
			}
			if ((begin.isEmpty() || ex.completed() > 1) && !ex.error().constraintViolated()) {
				// The statement was done: it is the record that failed.
				this.after = unit.place();
				ScriptFailedException report = failed("recording it in the history", done.recorded(), unit.of(), ex);
				markFailed(id, report.summary());
				throw report;
			}
			throw ex;
		}
		connection.endTransaction();
		done.become(then);
		done.setRecorded();
		return true;
	}

	private String progress(String id, DoneStatements done) {
		return this.history.progress(this.script.revision().id(), id, done.count(), done.hash());
	}

	private void run(Unit unit, DoneStatements done) {
		ServerConnection connection = this.run.connection();
		if (unit.data().isPresent()) {
			DataMigration data = unit.data().get();
			DataChangeException.run(() -> connection.jdbc(new JdbcDataChange(data)));
		}
		else if (unit.copy().isPresent()) {
			connection.copyIn(unit.text(), done.hashed(unit.copy().get()));
		}
		else {
			connection.send(unit.text());
		}
	}

	private void record(String sql) {
		record("", sql);
	}

	/**
	 * Writes to the history as who the session was handed over, whatever role the script
	 * has set.
	 * @param before read as the script acts
	 */
	private void record(String before, String sql) {
		this.run.connection().send(BEGIN_RECORD + before + this.run.session().identity() + sql + "COMMIT");
	}

	private RuntimeException failed(String id, Unit unit, String before, int recorded, RuntimeException failure) {
		if (this.run.connection().alive()) {
			this.run.connection().endTransaction();
		}
		ScriptFailedException report = report(unit, before, recorded, failure);
		markFailed(id, report.summary());
		return report;
	}

	private ScriptFailedException report(Unit unit, String before, int recorded, RuntimeException failure) {
		ScriptTitle title = ScriptTitle.of(this.script);
		QuotedRows quotedRows = new QuotedRows(this.run.connection(), this.body);
		if (failure instanceof SqlFailure ex) {
			return FailureReport.of(title, this.body, unit.place(ex.error(), before), quotedRows.apply(ex.error()),
					kept(unit, recorded, ex.error()), ex);
		}
		if (failure instanceof DataTransaction.EndedException) {
			return FailureReport.of(title, this.body, unit.operation(), failure,
					kept(unit, recorded, null)
							+ "\nWhat the code has committed is done. Leave COMMIT and ROLLBACK out of it, or "
							+ "use op.dataWithAutocommit, whose code may run twice.",
					quotedRows);
		}
		return FailureReport.of(title, this.body, unit.operation(), failure, kept(unit, recorded, null), quotedRows);
	}

	/**
	 * Statements of the migrator's own failed.
	 */
	private ScriptFailedException failed(String purpose, int recorded, int of, SqlFailure ex) {
		FailurePlace place = FailurePlace.own(purpose, this.after);
		return FailureReport.of(ScriptTitle.of(this.script), this.body, place, ex.error(),
				kept(of, recorded, ex.error()) + LostTables.advice(place, ex.error(), this.body, this.run.tables()),
				ex);
	}

	private RuntimeException leftOpen(String id, int recorded) {
		ScriptFailedException report = new ScriptFailedException(ScriptTitle.of(this.script), "at its end", null, 0,
				null, "  It leaves a transaction open that it began, which was rolled back.",
				"Let the script commit it. Its first %s statements are done; the next start goes on after them."
					.formatted(recorded),
				null);
		markFailed(id, report.summary());
		return report;
	}

	private void markFailed(String id, String error) {
		if (this.run.connection().alive()) {
			this.run.connection().endTransaction();
			try {
				record(this.history.failed(this.script.revision().id(), id, error));
			}
			catch (SqlFailure ex) {
				// What led here says more, and a start goes on after "running" too.
			}
		}
	}

	private String kept(Unit unit, int recorded, @Nullable ServerError error) {
		boolean gone = !this.run.connection().alive();
		return kept(unit.of(), recorded, error) + (gone ? "" : this.interrupted.leftBy(unit));
	}

	private String kept(int of, int recorded, @Nullable ServerError error) {
		boolean certain = error != null && !error.timeout().isEmpty();
		if (!certain && !this.run.connection().alive()) {
			return """
					The connection was lost. This revision runs without a transaction: at least %s of its %s statements \
					are done. %s: it goes on after those that are."""
				.formatted(recorded, of, FailureReport.startAgain(error));
		}
		return """
				This revision runs without a transaction: %s of its %s statements are done and stay so; %s. Fix the \
				script from statement %s on and start again: it goes on there.""".formatted(recorded, of,
				this.run.databaseIsAt(), Math.min(recorded + 1, of));
	}

}
