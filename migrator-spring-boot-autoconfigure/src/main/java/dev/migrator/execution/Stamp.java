package dev.migrator.execution;

import java.util.Map;

import dev.migrator.dialect.SqlFailure;
import dev.migrator.revision.Step;
import dev.migrator.script.Script;

/**
 * Sets version rows without running anything.
 */
final class Stamp {

	private final Run run;

	private final Map<String, Script> scripts;

	Stamp(Run run, Map<String, Script> scripts) {
		this.run = run;
		this.scripts = scripts;
	}

	void run(Step step) {
		HistoryTable history = new HistoryTable(this.run.tables(), this.run.settings().application());
		StringBuilder sql = new StringBuilder(this.run.single() ? "" : "BEGIN;");
		sql.append(VersionRows.change(this.run.tables(), step.removedRows(), step.addedRows()));
		step.addedRows().forEach((row) -> sql.append(history.stamped(row, this.scripts.get(row))));
		sql.append(this.run.single() ? "" : "COMMIT;");
		try {
			this.run.connection().send(sql.toString());
		}
		catch (SqlFailure ex) {
			this.run.connection().rollback();
			if (ex.error().divisionByZero()) {
				throw new VersionRowConflictException(String.join(", ", step.addedRows()), "was not stamped",
						this.run.tables(), this.run.rows(), ex);
			}
			throw ex;
		}
	}

}
