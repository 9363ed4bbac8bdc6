package dev.migrator.autogenerate;

import java.util.List;

/**
 * Where a model was looked for and what was found there, in order: a table that is not
 * proposed may belong to a class that nobody registered.
 *
 * @param entities names of the entity classes
 * @param packages the packages that were searched for them, or empty if nobody knows
 */
public record ModelSources(List<String> entities, List<String> packages) {

	public ModelSources {
		entities = entities.stream().sorted().toList();
		packages = packages.stream().sorted().toList();
	}

}
