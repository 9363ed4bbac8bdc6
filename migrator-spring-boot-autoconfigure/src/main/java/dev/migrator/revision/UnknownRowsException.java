package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a version row of the database has no script. The applied revisions are then
 * unknown, so nothing can be planned.
 */
public class UnknownRowsException extends MigratorException {

	private final List<String> rows;

	UnknownRowsException(List<String> rows) {
		super("The database is at " + Listing.inline(rows) + ", for which there is no revision script. "
				+ "The applied revisions are unknown, so nothing is migrated.",
				"Start a version of the application that has the script, or restore the script. "
						+ "If you know that the database is at another revision, stamp it: migrator stamp --purge <revision>");
		this.rows = List.copyOf(rows);
	}

	/**
	 * Returns the version rows that have no script.
	 * @return the rows, sorted
	 */
	public List<String> rows() {
		return this.rows;
	}

}
