package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a partial id matches several revisions.
 */
public class AmbiguousRevisionException extends MigratorException {

	private final String name;

	private final List<String> candidates;

	AmbiguousRevisionException(String name, List<String> candidates) {
		super("`" + name + "` is the beginning of " + candidates.size() + " names: " + Listing.inline(candidates) + ".",
				"Give more characters of the intended name.");
		this.name = name;
		this.candidates = List.copyOf(candidates);
	}

	/**
	 * Returns the name that the command was given.
	 * @return the beginning of a name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the ids and labels that begin with the name.
	 * @return the candidates, in the order of the graph
	 */
	public List<String> candidates() {
		return this.candidates;
	}

}
