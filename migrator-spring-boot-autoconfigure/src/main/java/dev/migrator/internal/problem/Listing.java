package dev.migrator.internal.problem;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes lists in messages: the first few entries, and how many more there are.
 */
public final class Listing {

	public static final String WHERE_ALL_ARE = "`migrator history` lists all revisions.";

	public static final String WHERE_CURRENT_IS = "`migrator current` shows what is applied.";

	private static final int MOST = 10;

	private Listing() {
	}

	/**
	 * Lists entries within a sentence.
	 */
	public static String inline(List<String> entries) {
		String listed = String.join(", ", entries.subList(0, Math.min(MOST, entries.size())));
		return (entries.size() <= MOST) ? listed : listed + " and " + (entries.size() - MOST) + " more";
	}

	/**
	 * Lists entries within a sentence, each between back-ticks.
	 */
	public static String quoted(List<String> entries) {
		return inline(map(entries, (entry) -> "`" + entry + "`"));
	}

	/**
	 * Lists one entry on each line, indented.
	 */
	public static String lines(List<String> entries) {
		StringBuilder lines = new StringBuilder();
		entries.stream().limit(MOST).forEach((entry) -> lines.append("\n    ").append(entry));
		if (entries.size() > MOST) {
			lines.append("\n    and ").append(entries.size() - MOST).append(" more");
		}
		return lines.toString();
	}

	private static List<String> map(List<String> entries, UnaryOperator<String> mapping) {
		return entries.stream().map(mapping).toList();
	}

}
