package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * What a database would have to become to have what the application wants.
 *
 * @param differences what leads there
 * @param model what is wanted
 * @param real what the database has
 * @param kept what only the database has, and with it refuses what the model allows
 * @param uncompared what it also has, of kinds that are not compared, by kind and name
 */
public record ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
		List<KeptObject> kept, List<UncomparedObject> uncompared) {

	public ModelDifferences {
		kept = List.copyOf(kept);
		uncompared = List.copyOf(uncompared);
	}

	/**
	 * Of a database that is not stricter than the model.
	 * @param differences what leads there
	 * @param model what is wanted
	 * @param real what the database has
	 * @param uncompared what it also has, of kinds that are not compared
	 */
	public ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
			List<UncomparedObject> uncompared) {
		this(differences, model, real, List.of(), uncompared);
	}

	/**
	 * Whether the database has what is wanted and is not stricter than that, as far as it
	 * is compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty() && this.kept.isEmpty();
	}

}
