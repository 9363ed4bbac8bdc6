package dev.migrator.execution;

import java.util.List;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a revision, a seed script or a reset fails while it is run. Says which
 * statement of which script failed, at which line, what the server answered, and what
 * became of the database.
 */
public class ScriptFailedException extends MigratorException {

	private final ScriptTitle script;

	private final int statement;

	private final int line;

	private final transient @Nullable ServerError error;

	private final List<String> blockers;

	private final String summary;

	public ScriptFailedException(ScriptTitle script, String where, @Nullable FailurePlace place, int line,
			@Nullable ServerError error, String said, String action, @Nullable Throwable cause) {
		super("%s failed %s:\n\n%s".formatted(script.full(), where, said), action, cause);
		this.script = script;
		this.statement = (place != null) ? place.statement() : 0;
		this.line = line;
		this.error = error;
		this.blockers = List.of();
		this.summary = where + ": "
				+ ((error != null) ? error.describe((place != null) ? place.sql() : "") : said).strip()
					.lines()
					.findFirst()
					.orElse("");
	}

	private ScriptFailedException(ScriptFailedException failure, String description, String action,
			List<String> blockers) {
		super(description, action, failure.getCause());
		setStackTrace(failure.getStackTrace());
		for (Throwable suppressed : failure.getSuppressed()) {
			addSuppressed(suppressed);
		}
		this.script = failure.script;
		this.statement = failure.statement;
		this.line = failure.line;
		this.error = failure.error;
		this.blockers = List.copyOf(blockers);
		this.summary = failure.summary;
	}

	/**
	 * Adds how often it was tried, and which sessions blocked it.
	 */
	public ScriptFailedException afterRetries(int tries, List<String> inTheWay) {
		String who = inTheWay.isEmpty() ? "" : " It waited for " + String.join("\n  and ", inTheWay);
		String tried = (tries == 1) ? "Tried once." : "Tried %s times.".formatted(tries);
		return new ScriptFailedException(this, description() + "\n\n  " + tried + who, action(), inTheWay);
	}

	/**
	 * Adds the advice about this failure.
	 */
	public ScriptFailedException withAdvice(String advice) {
		return advice.isEmpty() ? this
				: new ScriptFailedException(this, description(), action() + "\n\n" + advice, this.blockers);
	}

	/**
	 * Returns the revision that failed.
	 * @return its id, or the path of a seed script, or the schema of a reset
	 */
	public String revision() {
		return this.script.id();
	}

	/**
	 * Returns the place and the reason of the failure, in one line, for the history.
	 */
	public String summary() {
		return this.summary;
	}

	/**
	 * Returns the name of the failed script, for the log.
	 */
	public String title() {
		return this.script.brief();
	}

	/**
	 * Returns the number of the statement that failed.
	 * @return the number, from 1, or 0 if it is not known
	 */
	public int statement() {
		return this.statement;
	}

	/**
	 * Returns the line of the script at which it failed.
	 * @return the line, from 1, or 0 if it is not known
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Returns the sessions that held the lock that it waited for.
	 * @return a line for each session; empty if it waited for none, or if there was no
	 * second connection to find them
	 */
	public List<String> blockers() {
		return this.blockers;
	}

	/**
	 * Returns the error of the server.
	 * @return the error, or {@code null} if the failure did not come from the server
	 */
	public @Nullable ServerError error() {
		return this.error;
	}

}
