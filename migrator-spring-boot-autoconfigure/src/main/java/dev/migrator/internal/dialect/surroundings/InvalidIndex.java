package dev.migrator.internal.dialect.surroundings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that PostgreSQL does not use.
 *
 * @param name its name, as SQL writes it
 * @param beingBuilt whether a session builds it right now
 * @param mayBeDropped whether the session's role may drop it; only a superuser may drop
 * an index of a TOAST table, unless rights on {@code pg_toast} were granted
 * @param ready whether the server writes to it, so that it prevents duplicates in new
 * rows
 */
public record InvalidIndex(String name, boolean beingBuilt, boolean mayBeDropped, boolean ready) {

	/**
	 * Describes the effects of invalid indexes.
	 * @param indexes the indexes, at least one
	 * @return sentences
	 */
	public static String effects(List<InvalidIndex> indexes) {
		List<InvalidIndex> ready = indexes.stream().filter(InvalidIndex::ready).toList();
		if (ready.isEmpty()) {
			return "They neither prevent duplicates nor make queries faster.";
		}
		String all = "They do not make queries faster, and cost time at each write. They prevent duplicates in new rows, but not in the rows that existed before.";
		return (ready.size() == indexes.size()) ? all
				: "They neither make queries faster nor prevent duplicates; but %s cost time at each write, and prevent duplicates in new rows."
					.formatted(names(ready));
	}

	/**
	 * Returns the statement that drops the index without blocking other sessions.
	 * @return the statement, without a semicolon
	 */
	public String drop() {
		return "DROP INDEX CONCURRENTLY IF EXISTS " + this.name;
	}

	/**
	 * Tells a person how to drop indexes.
	 * @param indexes the indexes
	 * @return a sentence
	 */
	public static String dropping(List<InvalidIndex> indexes) {
		return "Drop them%s: %s".formatted(who(indexes),
				indexes.stream().map((index) -> index.drop() + ";").collect(Collectors.joining(" ")));
	}

	/**
	 * Tells a person how to replace indexes, in several lines.
	 * @param indexes the indexes
	 * @return a sentence, and a line for each statement
	 */
	public static String replacing(List<InvalidIndex> indexes) {
		return "Drop them%s, and build the missing indexes again:\n%s".formatted(who(indexes),
				indexes.stream().map((index) -> "  " + index.drop() + ";").collect(Collectors.joining("\n")));
	}

	private static String who(List<InvalidIndex> indexes) {
		boolean foreign = indexes.stream().anyMatch((index) -> !index.mayBeDropped());
		return foreign ? " (only a superuser can drop indexes of other roles and of TOAST tables)" : "";
	}

	/**
	 * Returns their names.
	 * @param indexes the indexes
	 * @return the names, with commas
	 */
	public static String names(List<InvalidIndex> indexes) {
		return indexes.stream().map(InvalidIndex::name).collect(Collectors.joining(", "));
	}

}
