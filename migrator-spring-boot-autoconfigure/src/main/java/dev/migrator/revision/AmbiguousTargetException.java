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
		super("`" + target + "` is ambiguous: " + reason, "Give one of these targets:" + Listing.lines(choices));
		this.target = target;
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
	 * Returns the targets that the user may have meant. Each of them is unambiguous so
	 * far.
	 * @return the targets, in the order of the graph
	 * @return the targets, in the order of the graph
	 */
	public List<String> choices() {
		return this.choices;
	}

}
