package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.dialect.UncomparedObject;
import dev.migrator.schema.object.SchemaObjects;

/**
 * What a database would have to become to have what the application wants.
 *
 * @param differences what leads there
 * @param model what is wanted
 * @param real what the database has
 * @param uncompared what it also has, of kinds that are not compared, by kind and name
 */
public record ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
		List<UncomparedObject> uncompared) {

	public ModelDifferences {
		uncompared = List.copyOf(uncompared);
	}

	/**
	 * Whether the database has what is wanted, as far as that is compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

}
