package dev.migrator.internal.dialect.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An object of a schema that can be dropped by itself.
 *
 * @param kind what it is: {@code table}, {@code partition}, {@code partitioned table},
 * {@code view}, {@code sequence}, {@code function}, {@code enum}, {@code operator class},
 * ...
 * @param name its name as SQL writes it, with its schema, and with its arguments if it is
 * a routine
 * @param rows estimate of how many rows it has, or {@code null} if it has none to count,
 * or nobody has counted
 */
public record DroppableObject(String kind, String name, @Nullable Long rows) {

	/**
	 * What comes first is dropped first: a partitioned table without its partitions has
	 * few locks to take.
	 */
	private static final List<String> FIRST = List.of("partition", "table", "partitioned table");

	/** Where the command that drops it names it in another way. */
	private static final Map<String, String> COMMANDS = Map.of("partition", "TABLE", "partitioned table", "TABLE",
			"function", "ROUTINE", "procedure", "ROUTINE", "aggregate", "ROUTINE", "enum", "TYPE", "composite type",
			"TYPE", "range type", "TYPE", "statistics object", "STATISTICS");

	int dropOrder() {
		int first = FIRST.indexOf(this.kind);
		return (first >= 0) ? first : FIRST.size();
	}

	/**
	 * What a DROP calls its kind.
	 */
	String command() {
		return COMMANDS.getOrDefault(this.kind, this.kind.toUpperCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return this.kind + " " + this.name;
	}

}
