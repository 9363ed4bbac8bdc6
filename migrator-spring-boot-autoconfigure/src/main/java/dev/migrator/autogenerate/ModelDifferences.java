package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * The differences between a database and the model of the application.
 *
 * @param differences the changes from the database to the model
 * @param model the model
 * @param real what the database has
 * @param kept the objects that only the database has, and that refuse what the model
 * allows
 * @param uncompared its objects of kinds that are not compared, by kind and name
 */
public record ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
		List<KeptObject> kept, List<UncomparedObject> uncompared) {

	public ModelDifferences {
		kept = List.copyOf(kept);
		uncompared = List.copyOf(uncompared);
	}

	/**
	 * Creates the differences of a database that is not stricter than the model.
	 * @param differences the changes from the database to the model
	 * @param model the model
	 * @param real what the database has
	 * @param uncompared its objects of kinds that are not compared
	 */
	public ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
			List<UncomparedObject> uncompared) {
		this(differences, model, real, List.of(), uncompared);
	}

	/**
	 * Returns whether the database agrees with the model and is not stricter, as far as
	 * it is compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty() && this.kept.isEmpty();
	}

}
