package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a command names a revision or a branch that does not exist.
 */
public class UnknownRevisionException extends MigratorException {

	private final String name;

	private final List<String> candidates;

	UnknownRevisionException(String name, List<String> candidates) {
		super("There is no revision or branch label `" + name + "`, and no id of a revision begins with it.",
				candidates.isEmpty() ? Listing.WHERE_ALL_ARE
						: "Did you mean " + Listing.quoted(candidates) + "? " + Listing.WHERE_ALL_ARE);
		this.name = name;
		this.candidates = List.copyOf(candidates);
	}

	/**
	 * Returns the name that the command was given.
	 * @return the name that does not exist
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the ids and labels that the user may have meant.
	 * @return the candidates, nearest first, possibly none
	 */
	public List<String> candidates() {
		return this.candidates;
	}

}
