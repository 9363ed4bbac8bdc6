package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a command needs one head and the graph has several.
 */
public class MultipleHeadsException extends MigratorException {

	private final String target;

	private final List<String> heads;

	private final List<String> choices;

	MultipleHeadsException(String target, List<String> heads, List<String> descriptions, List<String> choices,
			String action) {
		super("`" + target + "` is ambiguous, there are " + heads.size() + " heads:" + Listing.lines(descriptions),
				action);
		this.target = target;
		this.heads = List.copyOf(heads);
		this.choices = List.copyOf(choices);
	}

	/**
	 * Returns the target that the command was given.
	 * @return the target
	 */
	public String target() {
		return this.target;
	}

	/**
	 * Returns the heads that it matches.
	 * @return their ids, in the order of the graph
	 */
	public List<String> heads() {
		return this.heads;
	}

	/**
	 * Returns targets that name one head each.
	 * @return one target for each of the heads, in the same order
	 */
	public List<String> choices() {
		return this.choices;
	}

}
