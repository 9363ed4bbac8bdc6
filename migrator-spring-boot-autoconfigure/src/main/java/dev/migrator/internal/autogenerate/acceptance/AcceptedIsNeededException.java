package dev.migrator.internal.autogenerate.acceptance;

import java.util.List;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a revision cannot be generated without an accepted difference. Nothing was
 * written.
 */
public final class AcceptedIsNeededException extends MigratorException {

	private final List<String> needed;

	/**
	 * @param accepted the accepted differences, some of which are needed
	 */
	public AcceptedIsNeededException(AcceptedDifferences accepted) {
		super("No revision can be generated that leaves out all accepted differences:\n\n"
				+ String.join("\n", accepted.needed()),
				"""
						To generate both: remove the accepted line from %s.
						To leave out both: migrator check --accept (accepts everything that differs)"""
					.formatted(accepted.file()));
		this.needed = accepted.needed();
	}

	/**
	 * Returns the accepted differences that are needed, and by what.
	 * @return a sentence for each
	 */
	public List<String> needed() {
		return this.needed;
	}

}
