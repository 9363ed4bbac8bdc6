package dev.migrator.autogenerate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.ColumnName;

/**
 * The sources from which an application takes the numbers of columns.
 *
 * @param all the sources by column
 * @param repeating the columns whose existing source would give numbers that rows already
 * have, as far as the rows were checked
 */
public record NumberSources(Map<ColumnName, NumberSource> all, Set<ColumnName> repeating) {

	/**
	 * No sources.
	 */
	public static final NumberSources NONE = new NumberSources(Map.of(), Set.of());

	public NumberSources {
		all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
		repeating = Set.copyOf(repeating);
	}

}
