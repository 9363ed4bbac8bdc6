package dev.migrator.execution;

import dev.migrator.dialect.ScriptInspection;
import dev.migrator.dialect.ScriptSession;
import dev.migrator.dialect.SessionSql;
import dev.migrator.revision.Step;
import dev.migrator.script.Script;
import dev.migrator.script.ScriptBody;

/**
 * Prints a revision that cannot be in a transaction, with the history row that says how
 * far it came, so that the migrator can go on where psql stopped.
 */
final class PrintedWithoutTransaction {

	private final PsqlScript out;

	private final RevisionInTransaction revision;

	private final SessionLimits limits;

	private final HistoryTable history;

	private final String id;

	private final String readSession;

	PrintedWithoutTransaction(PsqlScript out, RevisionInTransaction revision, SessionLimits limits) {
		this.out = out;
		this.revision = revision;
		this.limits = limits;
		this.history = new HistoryTable(revision.tables(), revision.settings().application());
		this.readSession = ScriptSession.read(revision.session(), revision.survey().settings());
		this.id = this.history.running(revision.script());
	}

	void print(Step step) {
		Script script = this.revision.script();
		ScriptBody body = this.revision.body();
		Survey survey = this.revision.survey();
		this.out.own(this.history.running(script, step.direction(), survey.total()));
		DoneStatements done = new DoneStatements();
		boolean open = false;
		try (Units units = new Units(body, survey.total())) {
			while (units.hasNext()) {
				Unit unit = units.next();
				this.out.own(this.limits.session(unit.concurrently()));
				open = print(unit, done, open);
			}
		}
		finish(step);
	}

	/**
	 * While the script has a transaction of its own open, nothing of it is done yet. psql
	 * cannot try whether a statement runs in a transaction, so what may not has none.
	 * @return whether the script has one open now
	 */
	private boolean print(Unit unit, DoneStatements done, boolean open) {
		boolean shares = !open && unit.surelySharesATransaction();
		this.out.own(shares ? "BEGIN;" : "");
		if (unit.copy().isPresent()) {
			this.out.copy(unit.text(), done.hashed(unit.copy().get()));
		}
		else {
			this.out.statement(unit.text());
		}
		done.add(unit);
		boolean nowOpen = ScriptInspection.inTransactionAfter(unit.text(), open);
		if (!nowOpen) {
			this.out.own((shares ? "" : "BEGIN;\n") + this.readSession + this.revision.session().identity()
					+ this.history.progress(this.revision.script().revision().id(), this.id, done.count(), done.hash())
					+ "COMMIT;");
		}
		return nowOpen;
	}

	private void finish(Step step) {
		SessionSql session = this.revision.session();
		this.out.own("BEGIN;\n" + session.restore()
				+ VersionRows.change(this.revision.tables(), step.removedRows(), step.addedRows())
				+ this.history.finished(this.revision.script().revision().id(), this.id) + "COMMIT;");
	}

}
