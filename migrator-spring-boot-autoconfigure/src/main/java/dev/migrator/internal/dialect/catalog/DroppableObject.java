package dev.migrator.internal.dialect.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An object of a schema that can be dropped by itself.
 *
 * @param kind its kind: {@code table}, {@code partition}, {@code partitioned table},
 * {@code view}, {@code sequence}, {@code function}, {@code enum}, {@code operator class},
 * ...
 * @param name its name as SQL writes it, with its schema, and with its arguments if it is
 * a routine
 * @param rows the estimated number of its rows, or {@code null} if it has no rows or no
 * estimate exists
 */
public record DroppableObject(String kind, String name, @Nullable Long rows) {

	/**
	 * Kinds that are dropped first, in order: without its partitions a partitioned table
	 * takes only a few locks.
	 */
	private static final List<String> FIRST = List.of("partition", "table", "partitioned table");

	/** The kinds for which the DROP command uses another name. */
	private static final Map<String, String> COMMANDS = Map.of("partition", "TABLE", "partitioned table", "TABLE",
			"function", "ROUTINE", "procedure", "ROUTINE", "aggregate", "ROUTINE", "enum", "TYPE", "composite type",
			"TYPE", "range type", "TYPE", "statistics object", "STATISTICS");

	int dropOrder() {
		int first = FIRST.indexOf(this.kind);
		return (first >= 0) ? first : FIRST.size();
	}

	/**
	 * Returns the name of its kind in DROP.
	 */
	String command() {
		return COMMANDS.getOrDefault(this.kind, this.kind.toUpperCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return this.kind + " " + this.name;
	}

}
