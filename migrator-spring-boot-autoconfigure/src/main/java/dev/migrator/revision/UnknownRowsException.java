package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when the database is at revisions that are in no script: what is applied cannot
 * be known then, so nothing can be planned.
 */
public class UnknownRowsException extends MigratorException {

	private final List<String> rows;

	UnknownRowsException(List<String> rows) {
		super("The database is at " + Listing.inline(rows) + ", which no revision script here has as its id. "
				+ "What is applied cannot be known, so nothing is migrated.",
				"Start a version of the application that has the script, or bring the script back. "
						+ "If the database is known to be at another revision, say so: migrator stamp --purge <revision>");
		this.rows = List.copyOf(rows);
	}

	/**
	 * The version rows that are in no script.
	 * @return the rows, sorted
	 */
	public List<String> rows() {
		return this.rows;
	}

}
