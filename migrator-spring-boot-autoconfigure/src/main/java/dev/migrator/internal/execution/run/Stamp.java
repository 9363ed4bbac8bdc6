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
 * Sets version rows without running anything, and records that in the history.
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
	 * Returns the revisions that the history has as applied, or as begun if they have no
	 * script, and that are neither after the stamp. A half-way revision with a script
	 * stays half-way.
	 */
	private Set<String> undone(Step step, Set<String> applied) {
		Set<String> undone = new TreeSet<>(step.removedRows());
		for (LastEntry entry : this.run.before().lastEntries().values()) {
			if (entry.finished() == (script(entry.revision()) != null)) {
				undone.add(entry.revision());
			}
		}
		undone.removeAll(applied);
		return undone;
	}

	/**
	 * Returns the targets, and the revisions at or below them that were edited since they
	 * were recorded.
	 */
	private Set<String> recorded(Step step) {
		Set<String> recorded = new LinkedHashSet<>();
		for (String revision : this.scripts.graph().applied(step.stamped())) {
			LastEntry entry = this.run.before().lastEntries().get(revision);
			Script script = script(revision);
			if (entry != null && script != null && entry.differsFrom(script)) {
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
