package dev.migrator.execution;

import dev.migrator.dialect.ServerError;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a revision fails while it is run: says which statement of which script, at
 * which line, what the server said, and what has become of the database.
 */
public class ScriptFailedException extends MigratorException {

	private final String revision;

	private final int statement;

	private final int line;

	private final transient @Nullable ServerError error;

	ScriptFailedException(Revision revision, String where, @Nullable FailurePlace place, int line,
			@Nullable ServerError error, String said, String action, @Nullable Throwable cause) {
		super("Revision %s (%s) failed %s:\n\n%s".formatted(revision.id(), revision.source(), where, said), action,
				cause);
		this.revision = revision.id();
		this.statement = (place != null) ? place.statement() : 0;
		this.line = line;
		this.error = error;
	}

	/**
	 * The revision that failed.
	 * @return its id
	 */
	public String revision() {
		return this.revision;
	}

	/**
	 * The number of the statement that failed.
	 * @return the number, from 1, or 0 if it is not known
	 */
	public int statement() {
		return this.statement;
	}

	/**
	 * The line of the script at which it failed.
	 * @return the line, from 1, or 0 if it is not known
	 */
	public int line() {
		return this.line;
	}

	/**
	 * What the server said.
	 * @return the error, or {@code null} if it was not the server that failed
	 */
	public @Nullable ServerError error() {
		return this.error;
	}

}
