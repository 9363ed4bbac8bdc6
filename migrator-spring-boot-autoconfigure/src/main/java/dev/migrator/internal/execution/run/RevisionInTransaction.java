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
 * What a revision in a transaction consists of, in its order: whoever runs it and whoever
 * prints it has it from here.
 *
 * @param script the script
 * @param body what it does
 * @param survey what is known of that
 * @param tables where it is recorded
 * @param session what is put back after it
 * @param settings how it is run
 */
public record RevisionInTransaction(Script script, ScriptBody body, RevisionSummary survey, MigratorTables tables,
		SessionSql session, ExecutionSettings settings) {

	static final String VERSION_ROW = "recording it in the version table";

	/**
	 * Says all that follows the limits of the transaction.
	 * @param out who is told
	 * @param step the step
	 * @param started SQL for when it was started
	 */
	public void write(Statements out, Step step, String started) {
		int index = 0;
		for (Operation operation : this.body.operations()) {
			if (operation instanceof ExecuteSql sql) {
				out.author(index, sql, this.survey.statements().get(index));
			}
			else if (operation instanceof DataMigration data) {
				out.data(index, data);
			}
			index++;
		}
		// Before the author's settings are taken back: the triggers of deferred
		// constraints shall see what the author's SQL saw.
		out.own("checking deferred constraints", TransactionSql.CHECK_DEFERRED);
		if (this.settings.transaction() == TransactionMode.SINGLE) {
			// It would last to the end of the transaction, and with it for the revisions
			// that follow.
			out.own("deferring constraints again", TransactionSql.DEFER_AGAIN);
		}
		out.own("putting back the session's settings", this.session.restore());
		out.own(VERSION_ROW, VersionRowChange.sql(this.tables, step.removedRows(), step.addedRows()));
		out.own("recording it in the history", new HistoryTable(this.tables, this.settings.application())
			.done(Recorded.of(this.script), step.direction(), started));
		if (this.settings.transaction() != TransactionMode.SINGLE) {
			out.own("committing", TransactionSql.COMMIT);
		}
	}

	/**
	 * Who is told.
	 */
	public interface Statements {

		/**
		 * Statements of the migrator's own.
		 * @param purpose what they are for, as the end of the sentence "failed while ..."
		 * @param sql the statements, each ended by a semicolon
		 */
		void own(String purpose, String sql);

		/**
		 * An author's SQL.
		 * @param operation the index of the operation in its revision
		 * @param sql the SQL
		 * @param statements how many statements it has
		 */
		void author(int operation, ExecuteSql sql, int statements);

		/**
		 * Code over live data.
		 * @param operation the index of the operation in its revision
		 * @param data the code
		 */
		void data(int operation, DataMigration data);

	}

}
