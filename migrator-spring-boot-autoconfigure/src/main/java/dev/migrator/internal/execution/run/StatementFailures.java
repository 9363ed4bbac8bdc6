package dev.migrator.internal.execution.run;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.execution.failure.FailureReport;
import dev.migrator.internal.execution.failure.ObjectOfAnotherTool;
import dev.migrator.internal.execution.failure.QuotedRows;
import dev.migrator.internal.execution.failure.Remedy;
import dev.migrator.internal.execution.statement.LostTables;
import dev.migrator.internal.execution.statement.RevisionStatement;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Reports the failures of a revision without a transaction to a person.
 */
final class StatementFailures {

	private final Run run;

	private final Script script;

	private final ScriptBody body;

	private final InterruptedWork interrupted;

	private final Direction direction;

	StatementFailures(Run run, Direction direction, Script script, ScriptBody body, InterruptedWork interrupted) {
		this.direction = direction;
		this.run = run;
		this.script = script;
		this.body = body;
		this.interrupted = interrupted;
	}

	/**
	 * Reports a statement, or code, that failed.
	 * @param before the text before it in the message
	 * @param recorded the number of statements that are recorded as done
	 */
	ScriptFailedException of(RevisionStatement statement, String before, int recorded, RuntimeException failure) {
		ScriptTitle title = ScriptTitle.of(this.script);
		QuotedRows quotedRows = new QuotedRows(this.run.connection(), this.body);
		if (failure instanceof SqlFailure ex) {
			return FailureReport.of(title, this.body, statement.place(ex.error(), before), quotedRows.apply(ex.error()),
					kept(statement, recorded, ex.error()), ex);
		}
		String more = (failure instanceof DataTransaction.EndedException)
				? "\nWhat the code has committed is done. Remove COMMIT and ROLLBACK from it, or use "
						+ "op.dataWithAutocommit, whose code may run twice."
				: "";
		return FailureReport.of(title, this.body, statement.operation(), failure,
				kept(statement, recorded, null) + more, quotedRows);
	}

	/**
	 * Reports statements of the migrator that failed.
	 * @param after the author's statement before them
	 */
	ScriptFailedException own(String purpose, @Nullable FailurePlace after, int recorded, int of, SqlFailure ex) {
		FailurePlace place = FailurePlace.own(purpose, after);
		return FailureReport.of(ScriptTitle.of(this.script), this.body, place, ex.error(),
				kept(of, recorded, ex.error()) + LostTables.advice(place, ex.error(), this.body, this.run.tables()),
				ex);
	}

	ScriptFailedException leftOpen(int recorded) {
		return new ScriptFailedException(ScriptTitle.of(this.script), "at its end", null, 0, null,
				"  It leaves a transaction open that it began, which was rolled back.",
				"Commit it in the script. Its first %s statements were completed; the next start continues after them."
					.formatted(recorded),
				null);
	}

	private String kept(RevisionStatement statement, int recorded, @Nullable ServerError error) {
		boolean gone = !this.run.connection().alive();
		return kept(statement.of(), recorded, error)
				+ (gone ? "" : this.interrupted.leftBy(statement) + existed(error));
	}

	/**
	 * Returns the advice about an object that exists already. It names no stamp, because
	 * the revision is half-way.
	 */
	private String existed(@Nullable ServerError error) {
		return (error != null && error.objectExists())
				? ObjectOfAnotherTool.advice(this.run.connection(), this.run.tables()) : "";
	}

	private String kept(int of, int recorded, @Nullable ServerError error) {
		boolean certain = error != null && !error.timeout().isEmpty();
		if (!certain && !this.run.connection().alive()) {
			return """
					The connection was lost. This revision runs without a transaction: at least %s of its %s statements \
					were completed. %s: it continues after these statements."""
				.formatted(recorded, of, FailureReport.startAgain(error));
		}
		return """
				This revision runs without a transaction: %s of its %s statements were completed and are kept; %s. %s: it \
				continues there."""
			.formatted(recorded, of, this.run.databaseIsAt(),
					Remedy.of(error, "the script from statement %s on".formatted(Math.min(recorded + 1, of)),
							((this.direction == Direction.DOWNGRADE) ? "downgrade" : "start") + " again"));
	}

}
