package dev.migrator.autogenerate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.ColumnName;

/**
 * The sources an application takes the numbers of columns from.
 *
 * @param all by column
 * @param repeating the columns whose source is there and would give numbers that rows
 * have, as far as the rows were looked at
 */
public record NumberSources(Map<ColumnName, NumberSource> all, Set<ColumnName> repeating) {

	/**
	 * The numbers of no column.
	 */
	public static final NumberSources NONE = new NumberSources(Map.of(), Set.of());

	public NumberSources {
		all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
		repeating = Set.copyOf(repeating);
	}

}
