package dev.migrator.internal.execution.run;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.TableCreation;
import dev.migrator.internal.dialect.store.TableLayout;
import dev.migrator.internal.execution.lock.LockRetry;
import dev.migrator.internal.execution.words.ScriptTitle;

/**
 * Completes a history table that an older version of the migrator made. Does that in a
 * transaction of its own and with the limits of a run, because nobody can read the table
 * while the statement waits for those who read it now.
 */
final class OlderHistory {

	private OlderHistory() {
	}

	static void complete(Run run) {
		if (isOlder(run)) {
			LockRetry retry = run.retry();
			while (retry.goesOn()) {
				try {
					send(run, TransactionSql.alone(completion(run)));
					retry.succeeded();
				}
				catch (ScriptFailedException ex) {
					retry.failed(ex);
				}
			}
			run.setLayout((run.layout() == TableLayout.OLDER) ? TableLayout.CURRENT : run.layout());
		}
	}

	/**
	 * Completes the table in the transaction of a dry run, which is rolled back.
	 */
	static void completeInTransaction(Run run) {
		if (isOlder(run)) {
			send(run, completion(run));
		}
	}

	/**
	 * Returns whether the history table is older. The version table may be missing beside
	 * a history table that other migrators use.
	 */
	private static boolean isOlder(Run run) {
		return (run.layout() != TableLayout.MISSING) ? run.layout() == TableLayout.OLDER : run.foundOlderHistory();
	}

	private static String completion(Run run) {
		return run.limits().local() + TableCreation.completion(run.tables());
	}

	private static void send(Run run, String completion) {
		try {
			run.connection().send(completion);
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
