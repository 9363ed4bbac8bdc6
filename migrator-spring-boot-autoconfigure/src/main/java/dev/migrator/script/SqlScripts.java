package dev.migrator.script;

import java.util.List;

/**
 * The SQL scripts that were found.
 *
 * @param scripts the scripts: locations in their order, and by path inside each
 * @param missingLocations locations that do not exist or are no folders
 */
public record SqlScripts(List<SqlScript> scripts, List<String> missingLocations) {

	public SqlScripts {
		scripts = List.copyOf(scripts);
		missingLocations = List.copyOf(missingLocations);
	}

}
