package dev.migrator.execution;

import dev.migrator.dialect.SqlFailure;

/**
 * Completes a history table that an older version of the migrator made: in a transaction
 * of its own and with the limits of a run, because nothing can be read from the table
 * while the statement waits for those that read it now.
 */
final class OlderHistory {

	private OlderHistory() {
	}

	static void complete(Run run) {
		if (run.layout() == TableLayout.OLDER) {
			run.retry().run(() -> completeOnce(run));
			run.setLayout(TableLayout.CURRENT);
		}
	}

	private static void completeOnce(Run run) {
		try {
			run.connection()
				.send("BEGIN;" + run.limits().local() + new HistoryColumns(run.tables()).complete() + "COMMIT");
		}
		catch (SqlFailure ex) {
			run.connection().rollback();
			throw failed(run, ex);
		}
	}

	private static ScriptFailedException failed(Run run, SqlFailure ex) {
		String brief = "Completion of " + run.tables().history();
		return new ScriptFailedException(new ScriptTitle(run.tables().history(), brief, brief),
				"while adding what an older version of the migrator did not need", null, 0, ex.error(),
				ex.error().describe(), "Nothing was changed.", ex);
	}

}
