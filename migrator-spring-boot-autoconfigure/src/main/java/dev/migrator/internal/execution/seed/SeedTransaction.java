package dev.migrator.internal.execution.seed;

import java.util.List;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.store.HistoryTable;
import dev.migrator.internal.execution.failure.FailureReport;
import dev.migrator.internal.execution.failure.QuotedRows;
import dev.migrator.internal.execution.failure.Remedy;
import dev.migrator.internal.execution.run.Run;
import dev.migrator.internal.execution.state.Recorded;
import dev.migrator.internal.execution.statement.LostTables;
import dev.migrator.internal.execution.statement.Messages;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.SeedScript;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;

/**
 * Runs a seed script in a transaction of its own: one message with the author's SQL, the
 * history row and the commit.
 */
final class SeedTransaction {

	private final Run run;

	private final SeedScript script;

	private final ScriptBody body;

	private final RevisionSummary summary;

	private final SessionState session;

	SeedTransaction(Run run, SeedScript script, ScriptBody body, RevisionSummary summary) {
		this.run = run;
		this.script = script;
		this.body = body;
		this.summary = summary;
		this.session = run.session(summary);
	}

	void run() {
		Messages messages = new Messages(this.run.connection());
		try {
			messages.own("beginning a transaction", TransactionSql.BEGIN + this.run.limits().local());
			List<Executable> operations = this.body.operations();
			for (int index = 0; index < operations.size(); index++) {
				if (operations.get(index) instanceof ExecuteSql sql) {
					messages.author(index, sql, this.summary);
				}
			}
			messages.own("checking deferred constraints", TransactionSql.CHECK_DEFERRED);
			messages.own("restoring the session's settings", this.session.restore());
			messages.own("recording it in the history",
					new HistoryTable(this.run.tables(), this.run.settings().application())
						.seeded(Recorded.of(this.script)));
			messages.own("committing", TransactionSql.COMMIT);
			messages.send();
		}
		catch (SqlFailure ex) {
			FailurePlace place = messages.locate(ex);
			this.run.connection().rollback();
			throw FailureReport.of(ScriptTitle.of(this.script), this.body, place,
					new QuotedRows(this.run.connection(), this.body).apply(ex.error()),
					nothingKept(ex.error()) + LostTables.advice(place, ex.error(), this.body, this.run.tables()), ex);
		}
		finally {
			this.run.connection().endTransaction();
		}
	}

	private String nothingKept(ServerError error) {
		return (this.run.connection().alive() || !error.timeout().isEmpty())
				? "Nothing of this seed script was kept; those before it were. "
						+ Remedy.of(error, "the script", "seed again") + "."
				: "The connection was lost before the server answered. Seed again: what was committed is not "
						+ "run twice.";
	}

}
