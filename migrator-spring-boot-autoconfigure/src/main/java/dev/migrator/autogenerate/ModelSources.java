package dev.migrator.autogenerate;

import java.util.List;
import java.util.Map;

import dev.migrator.schema.ColumnName;

/**
 * Where a model was looked for and what was found there, in order: a table that is not
 * proposed may belong to a class that nobody registered.
 *
 * @param entities names of the entity classes
 * @param packages the packages that were searched for them, or empty if nobody knows
 * @param files SQL files that describe the schema
 * @param attributes the attribute of an entity that a column is of, as far as that is
 * known: {@code com.acme.User.address.city}
 */
public record ModelSources(List<String> entities, List<String> packages, List<String> files,
		Map<ColumnName, String> attributes) {

	public ModelSources {
		entities = entities.stream().sorted().toList();
		packages = packages.stream().sorted().toList();
		files = files.stream().sorted().toList();
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Where nobody knows which attribute a column is of.
	 * @param entities names of the entity classes
	 * @param packages the packages that were searched for them, or empty if nobody knows
	 * @param files SQL files that describe the schema
	 */
	public ModelSources(List<String> entities, List<String> packages, List<String> files) {
		this(entities, packages, files, Map.of());
	}

	/**
	 * Of a model that is made of entities.
	 * @param entities names of the entity classes
	 * @param packages the packages that were searched for them, or empty if nobody knows
	 */
	public ModelSources(List<String> entities, List<String> packages) {
		this(entities, packages, List.of());
	}

	/**
	 * Of a model that is a file.
	 * @param file the file, as it is configured
	 * @return the file, and nothing else
	 */
	public static ModelSources file(String file) {
		return new ModelSources(List.of(), List.of(), List.of(file));
	}

}
