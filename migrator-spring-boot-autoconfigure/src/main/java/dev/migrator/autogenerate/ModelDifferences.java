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
 * @param accepted the differences that are accepted and left out
 */
public record ModelDifferences(ProposedChanges differences, WantedModel model, SchemaObjects real,
		List<KeptObject> kept, List<UncomparedObject> uncompared, AcceptedDifferences accepted) {

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
		this(differences, model, real, List.of(), uncompared, AcceptedDifferences.NONE);
	}

	/**
	 * Returns the same with other changes.
	 * @param changes the changes from the database to the model
	 * @return the differences
	 */
	public ModelDifferences with(ProposedChanges changes) {
		return new ModelDifferences(changes, this.model, this.real, this.kept, this.uncompared, this.accepted);
	}

	/**
	 * Returns the same after all differences were accepted.
	 * @param all the accepted differences
	 * @return the differences: none
	 */
	public ModelDifferences accepting(AcceptedDifferences all) {
		return new ModelDifferences(new ProposedChanges(List.of(), List.of()), this.model, this.real, List.of(),
				this.uncompared, all);
	}

	/**
	 * Returns the same with other kept objects.
	 * @param objects the objects that only the database has, and that refuse what the
	 * model allows
	 * @return the differences
	 */
	public ModelDifferences keeping(List<KeptObject> objects) {
		return new ModelDifferences(this.differences, this.model, this.real, objects, this.uncompared, this.accepted);
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
