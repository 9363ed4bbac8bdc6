package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.Listing;
import dev.migrator.problem.MigratorException;

/**
 * Thrown when a relative target could lead to several revisions.
 */
public class AmbiguousTargetException extends MigratorException {

	private final String target;

	private final List<String> choices;

	AmbiguousTargetException(String target, String reason, List<String> choices) {
		super("`" + target + "` is ambiguous: " + reason, "Say which one is meant:" + Listing.lines(choices));
		this.target = target;
		this.choices = List.copyOf(choices);
	}

	/**
	 * What the command was given.
	 * @return the target
	 */
	public String target() {
		return this.target;
	}

	/**
	 * The targets that may have been meant, each of which is unambiguous so far.
	 * @return the targets, in the order of the graph
	 */
	public List<String> choices() {
		return this.choices;
	}

}
