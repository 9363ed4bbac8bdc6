package dev.migrator.internal.execution.statement;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.Script;

/**
 * Texts about scripts that need to run without a transaction.
 */
public final class WithoutTransaction {

	/**
	 * Added to the advice if nothing is committed before the end of the run.
	 */
	public static final String NOT_IN_SINGLE = " Either takes a run with migrator.transaction=per-revision: with single, "
			+ "nothing is committed before the end, and a script without a transaction is refused.";

	private WithoutTransaction() {
	}

	/**
	 * Describes how an author makes a script run without a transaction, as a part of a
	 * sentence.
	 */
	public static String header(Script script) {
		return (script instanceof JavaRevisionScript) ? "set transactional = false in its @RevisionScript"
				: "add the line \"-- transaction: none\" to the header of the script";
	}

	/**
	 * Returns the advice about an error that only the server can find.
	 * @return a paragraph, or nothing if the error is about something else
	 */
	public static String advice(Script script, FailurePlace place, ServerError error) {
		// SET TRANSACTION that comes too late has the same SQLSTATE
		if (!place.ofAuthor() || place.sql().regionMatches(true, 0, "set", 0, 3)) {
			return "";
		}
		String then = "Then its statements run one by one, each committed by itself.";
		if (error.newEnumValueUsed()) {
			return "\n\nA value that is added to an enum can be used only when that is committed. Move what uses it to a "
					+ "later revision, or " + header(script) + ". " + then;
		}
		if (error.transactionInTheWay()) {
			return "\n\nPostgreSQL does not run this in a transaction, and the script runs in one. To run it, "
					+ header(script) + ". " + then;
		}
		if (error.terminatesTransaction()) {
			return "\n\nIt commits or rolls back by itself, and the script runs in a transaction. To run it, "
					+ header(script) + ". " + then;
		}
		return "";
	}

}
