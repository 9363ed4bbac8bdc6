package dev.migrator.internal.dialect.surroundings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that PostgreSQL does not use.
 *
 * @param name its name, as SQL writes it
 * @param beingBuilt whether somebody builds it right now
 * @param mayBeDropped whether the session's role may drop it: that of a TOAST table a
 * superuser alone, unless somebody gave rights on {@code pg_toast}
 * @param ready whether it is written to, and so keeps duplicates out of what is written
 */
public record InvalidIndex(String name, boolean beingBuilt, boolean mayBeDropped, boolean ready) {

	/**
	 * What some of them do, and do not.
	 * @param indexes the indexes, one at least
	 * @return sentences
	 */
	public static String effects(List<InvalidIndex> indexes) {
		List<InvalidIndex> ready = indexes.stream().filter(InvalidIndex::ready).toList();
		if (ready.isEmpty()) {
			return "They keep no duplicates out, and speed nothing up.";
		}
		String all = "They speed nothing up, cost time at each write, and keep duplicates out of what is written, but not out of what was there.";
		return (ready.size() == indexes.size()) ? all
				: "They speed nothing up, and keep no duplicates out; but %s cost time at each write, and keep duplicates out of what is written."
					.formatted(names(ready));
	}

	/**
	 * The statement that drops it without blocking anybody.
	 * @return the statement, without a semicolon
	 */
	public String drop() {
		return "DROP INDEX CONCURRENTLY IF EXISTS " + this.name;
	}

	/**
	 * How to drop some, for a person.
	 * @param indexes the indexes
	 * @return a sentence
	 */
	public static String dropping(List<InvalidIndex> indexes) {
		return "Drop them%s: %s".formatted(who(indexes),
				indexes.stream().map((index) -> index.drop() + ";").collect(Collectors.joining(" ")));
	}

	/**
	 * How to make do without some, for a person who has the room of several lines.
	 * @param indexes the indexes
	 * @return a sentence, and a line for each statement
	 */
	public static String replacing(List<InvalidIndex> indexes) {
		return "Drop them%s, and build again what is missing:\n%s".formatted(who(indexes),
				indexes.stream().map((index) -> "  " + index.drop() + ";").collect(Collectors.joining("\n")));
	}

	private static String who(List<InvalidIndex> indexes) {
		boolean foreign = indexes.stream().anyMatch((index) -> !index.mayBeDropped());
		return foreign ? " (for those of others and of TOAST tables that takes a superuser)" : "";
	}

	/**
	 * Their names.
	 * @param indexes the indexes
	 * @return the names, with commas
	 */
	public static String names(List<InvalidIndex> indexes) {
		return indexes.stream().map(InvalidIndex::name).collect(Collectors.joining(", "));
	}

}
