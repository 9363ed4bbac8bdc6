package dev.migrator.internal.execution.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.execution.VersionRowConflictException;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.words.StepDescription;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Sets version rows without running anything, and makes the history say so.
 */
final class Stamp {

	private final Run run;

	private final RevisionScripts scripts;

	Stamp(Run run, RevisionScripts scripts) {
		this.run = run;
		this.scripts = scripts;
	}

	void run(Step step) {
		List<String> rows = Run.after(this.run.rows(), step);
		String sql = new StampStatements(this.run.tables(), this.scripts, this.run.settings()).of(step, rows,
				undone(step, this.scripts.graph().applied(rows)), recorded(step));
		try {
			this.run.connection().send(this.run.single() ? sql : TransactionSql.alone(sql));
		}
		catch (SqlFailure ex) {
			this.run.connection().rollback();
			if (ex.error().divisionByZero()) {
				throw new VersionRowConflictException(StepDescription.stamped(step), "was not stamped",
						this.run.tables(), this.run.rows(), ex);
			}
			throw ex;
		}
	}

	/**
	 * What the history holds for applied, or for begun if no script knows it, and what is
	 * neither any more. A revision with a script that stopped half-way stays so.
	 */
	private Set<String> undone(Step step, Set<String> applied) {
		Set<String> undone = new TreeSet<>(step.removedRows());
		for (LastEntry trace : this.run.before().traces().values()) {
			if (trace.finished() == (script(trace.revision()) != null)) {
				undone.add(trace.revision());
			}
		}
		undone.removeAll(applied);
		return undone;
	}

	/**
	 * The targets, and what was edited at or below them since it was recorded.
	 */
	private Set<String> recorded(Step step) {
		Set<String> recorded = new LinkedHashSet<>();
		for (String revision : this.scripts.graph().applied(step.stamped())) {
			LastEntry trace = this.run.before().traces().get(revision);
			Script script = script(revision);
			if (trace != null && script != null && trace.differsFrom(script)) {
				recorded.add(revision);
			}
		}
		recorded.addAll(step.stamped());
		return recorded;
	}

	private @Nullable Script script(String revision) {
		return this.scripts.scripts().get(revision);
	}

}
