package dev.migrator.execution;

import java.util.List;

import dev.migrator.dialect.CustomSettings;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.operation.DataMigration;
import dev.migrator.revision.Step;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision that cannot be in a transaction: statement after statement, each one
 * committed by itself, with a history row that says how far it came. One that stopped
 * half-way goes on at the first statement that is not done.
 */
final class NonTransactionalRevision {

	private final Run run;

	private final HistoryTable history;

	NonTransactionalRevision(Run run) {
		this.run = run;
		this.history = new HistoryTable(run.tables(), run.settings().application());
	}

	void run(Step step, Script script) {
		ScriptBody body = script.body(step.direction());
		List<Unit> units = Unit.of(body);
		DoneStatements done = new DoneStatements();
		Trace unfinished = unfinished(step, script);
		if (unfinished != null) {
			done.resume(script, units, unfinished);
		}
		CustomSettings custom = CustomSettings.in(body.sql());
		this.run.connection().send(custom.save());
		try {
			long id = begin(step, script, units.size(), unfinished);
			run(id, script, body, units, done);
			this.run.connection()
				.send("BEGIN;" + this.run.session().restore()
						+ VersionRows.change(this.run.tables(), step.removedRows(), step.addedRows())
						+ this.history.outcome(id, "done") + "COMMIT");
		}
		finally {
			if (this.run.connection().alive()) {
				this.run.connection().endTransaction();
				this.run.connection().send(this.run.session().restore() + custom.restore());
			}
		}
	}

	private @Nullable Trace unfinished(Step step, Script script) {
		Trace trace = this.run.before().traces().get(script.revision().id());
		return (trace != null && !trace.finished() && trace.direction().equals(step.direction().command())) ? trace
				: null;
	}

	private long begin(Step step, Script script, int statements, @Nullable Trace unfinished) {
		if (unfinished != null) {
			this.run.connection().send(this.history.resumed(unfinished.id(), script, statements));
			return unfinished.id();
		}
		String running = this.history.running(script, step.direction(), statements);
		return Long.parseLong(this.run.connection().query(running).get(0).required(0));
	}

	/**
	 * While the script has a transaction of its own open, nothing of it is done yet.
	 */
	private void run(long id, Script script, ScriptBody body, List<Unit> units, DoneStatements done) {
		int recorded = done.count();
		for (Unit unit : units.subList(done.count(), units.size())) {
			try {
				run(unit);
				done.add(unit);
				if (!this.run.connection().inTransaction()) {
					this.run.connection().send(this.history.progress(id, done.count(), done.hash()));
					recorded = done.count();
				}
			}
			catch (SqlFailure | DataChangeException ex) {
				throw failed(id, script, body, unit, recorded, ex);
			}
		}
		if (this.run.connection().inTransaction()) {
			throw leftOpen(id, script, recorded);
		}
	}

	private void run(Unit unit) {
		this.run.connection().send(this.run.limits().session(unit.concurrently()));
		if (unit.data().isPresent()) {
			DataMigration data = unit.data().get();
			DataChangeException.run(() -> this.run.connection().jdbc(new JdbcDataChange(data)));
		}
		else {
			this.run.connection().send(unit.text());
		}
	}

	private RuntimeException failed(long id, Script script, ScriptBody body, Unit unit, int recorded,
			RuntimeException failure) {
		markFailed(id);
		if (failure instanceof SqlFailure ex) {
			FailurePlace place = new FailurePlace(unit.operation(), "running it", unit.number(), unit.of(), unit.line(),
					0, unit.text());
			return FailureReport.of(script, body, place, ex.error(), kept(unit, recorded), ex);
		}
		return FailureReport.of(script, body, unit.operation(), failure, kept(unit, recorded));
	}

	private RuntimeException leftOpen(long id, Script script, int recorded) {
		markFailed(id);
		return new ScriptFailedException(script.revision(), "at its end", null, 0, null,
				"  It leaves a transaction open that it began, which was rolled back.",
				"Let the script commit it. Its first %d statements are done; the next start goes on after them."
					.formatted(recorded),
				null);
	}

	private void markFailed(long id) {
		if (this.run.connection().alive()) {
			this.run.connection().endTransaction();
			this.run.connection().send(this.run.session().restore() + this.history.outcome(id, "failed"));
		}
	}

	private String kept(Unit unit, int recorded) {
		return """
				This revision runs without a transaction: %d of its %d statements are done and stay so; %s. Mend the \
				script from statement %d on and start again: it goes on there.""".formatted(recorded, unit.of(),
				this.run.databaseIsAt(), recorded + 1);
	}

}
