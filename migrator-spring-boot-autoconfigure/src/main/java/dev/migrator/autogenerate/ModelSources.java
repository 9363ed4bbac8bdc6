package dev.migrator.autogenerate;

import java.util.List;
import java.util.Map;

import dev.migrator.schema.ColumnName;

/**
 * The places that were searched for a model, and what was found there, in order. They
 * help if a table is missing because its class is not registered.
 *
 * @param entities names of the entity classes
 * @param packages the packages that were searched for them, or empty if unknown
 * @param files SQL files that describe the schema
 * @param attributes the entity attribute of each column, as far as it is known:
 * {@code com.acme.User.address.city}
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
	 * Creates the sources without the attributes of columns.
	 * @param entities names of the entity classes
	 * @param packages the packages that were searched for them, or empty if unknown
	 * @param files SQL files that describe the schema
	 */
	public ModelSources(List<String> entities, List<String> packages, List<String> files) {
		this(entities, packages, files, Map.of());
	}

	/**
	 * Creates the sources of a model from entities.
	 * @param entities names of the entity classes
	 * @param packages the packages that were searched for them, or empty if unknown
	 */
	public ModelSources(List<String> entities, List<String> packages) {
		this(entities, packages, List.of());
	}

	/**
	 * Creates the source of a model from a file.
	 * @param file the file, as it is configured
	 * @return the sources with this file only
	 */
	public static ModelSources file(String file) {
		return new ModelSources(List.of(), List.of(), List.of(file));
	}

}
