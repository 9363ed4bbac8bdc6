package dev.migrator.autogenerate;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Differences between a database and the model that are known and left as they are.
 *
 * @param file the file that lists them, as messages name it; empty if there is none
 * @param lines a line for each accepted difference, as {@code check} shows it, in
 * alphabetical order
 * @param obsolete after a comparison, the lines of the file that no difference has; not
 * in {@code lines} then
 * @param needed after a comparison, a sentence for each line of the file that cannot be
 * left out, because a difference that is not accepted needs it; not in {@code lines} then
 */
public record AcceptedDifferences(String file, List<String> lines, List<String> obsolete, List<String> needed) {

	/**
	 * Nothing is accepted.
	 */
	public static final AcceptedDifferences NONE = new AcceptedDifferences("", List.of());

	public AcceptedDifferences {
		lines = List.copyOf(new TreeSet<>(lines));
		obsolete = List.copyOf(new TreeSet<>(obsolete));
		needed = List.copyOf(needed);
	}

	/**
	 * Creates the accepted differences for a comparison.
	 * @param file the file that lists them
	 * @param lines a line for each
	 */
	public AcceptedDifferences(String file, List<String> lines) {
		this(file, lines, List.of(), List.of());
	}

	/**
	 * Returns whether a difference is accepted.
	 * @param line the difference, as {@code check} shows it
	 * @return whether it is one of the lines
	 */
	public boolean has(String line) {
		return Collections.binarySearch(this.lines, line) >= 0;
	}

	/**
	 * Returns whether a file has no lines that matter for a comparison.
	 * @return whether nothing is accepted, obsolete or needed
	 */
	public boolean isEmpty() {
		return this.lines.isEmpty() && this.obsolete.isEmpty() && this.needed.isEmpty();
	}

}
