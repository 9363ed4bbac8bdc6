package dev.migrator.internal.execution.run;

import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.session.SessionSql;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.dialect.store.VersionRowChange;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Step;

/**
 * The parts of a revision in a transaction, in their order. The classes that run it and
 * that print it both use this one.
 *
 * @param script the script
 * @param body its operations
 * @param summary the facts about them
 * @param tables the tables in which it is recorded
 * @param session the statements that restore the session after it
 * @param settings the settings of the run
 */
public record RevisionInTransaction(Script script, ScriptBody body, RevisionSummary summary, MigratorTables tables,
		SessionSql session, ExecutionSettings settings) {

	static final String VERSION_ROW = "recording it in the version table";

	/**
	 * Writes all parts after the limits of the transaction.
	 * @param out the receiver of the parts
	 * @param step the step
	 * @param started SQL for the time at which it was started
	 */
	public void write(Statements out, Step step, String started) {
		int index = 0;
		for (Operation operation : this.body.operations()) {
			if (operation instanceof ExecuteSql sql) {
				out.author(index, sql, this.summary.statements().get(index));
			}
			else if (operation instanceof DataMigration data) {
				out.data(index, data);
			}
			index++;
		}
		// Before the author's settings are reset: the triggers of deferred constraints
		// must see the same settings as
		// the author's SQL.
		out.own("checking deferred constraints", TransactionSql.CHECK_DEFERRED);
		if (this.settings.transaction() == TransactionMode.SINGLE) {
			// It would last until the end of the transaction, and so also for the
			// revisions that follow.
			out.own("deferring constraints again", TransactionSql.DEFER_AGAIN);
		}
		out.own("restoring the session's settings", this.session.restore());
		out.own(VERSION_ROW, VersionRowChange.sql(this.tables, step.removedRows(), step.addedRows()));
		out.own("recording it in the history", new HistoryTable(this.tables, this.settings.application())
			.done(Recorded.of(this.script), step.direction(), started));
		if (this.settings.transaction() != TransactionMode.SINGLE) {
			out.own("committing", TransactionSql.COMMIT);
		}
	}

	/**
	 * The receiver of the parts.
	 */
	public interface Statements {

		/**
		 * Adds statements of the migrator's own.
		 * @param purpose their purpose, as the end of the sentence "failed while ..."
		 * @param sql the statements, each with a semicolon at its end
		 */
		void own(String purpose, String sql);

		/**
		 * Adds an author's SQL.
		 * @param operation the index of the operation in its revision
		 * @param sql the SQL
		 * @param statements the number of its statements
		 */
		void author(int operation, ExecuteSql sql, int statements);

		/**
		 * Adds code over live data.
		 * @param operation the index of the operation in its revision
		 * @param data the code
		 */
		void data(int operation, DataMigration data);

	}

}
