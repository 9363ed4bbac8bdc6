package dev.migrator.internal.script;

import java.util.List;

/**
 * The found seed scripts.
 *
 * @param scripts the scripts, in the order of the locations, by path inside each
 * @param missingLocations locations that do not exist or are not folders
 * @param emptyLocations locations that are folders without scripts
 */
public record SeedScripts(List<SeedScript> scripts, List<String> missingLocations, List<String> emptyLocations) {

	public SeedScripts {
		scripts = List.copyOf(scripts);
		missingLocations = List.copyOf(missingLocations);
		emptyLocations = List.copyOf(emptyLocations);
	}

}
