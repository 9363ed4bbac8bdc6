package dev.migrator.autogenerate;

import java.util.List;
import java.util.Set;

import dev.migrator.schema.object.SchemaObjects;

/**
 * The schema that the application wants, and where it comes from.
 *
 * @param schema the schema
 * @param invented the names that nobody chose: what has one of them may be called
 * anything else in the database
 * @param complete whether what the model does not say is not to be: entities say nothing
 * of how an index is built, for one, and leave that open
 * @param sources where it was read from
 * @param leftOut what the model says and the schema cannot, a line for each, in words for
 * the user
 */
public record WantedModel(SchemaObjects schema, Set<InventedName> invented, boolean complete, ModelSources sources,
		List<String> leftOut) {

	public WantedModel {
		invented = Set.copyOf(invented);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * Whether entities were looked for and none was found.
	 * @return whether there are neither entities nor tables, nor a file that wants none
	 */
	public boolean isEmpty() {
		return !this.complete && this.sources.entities().isEmpty() && this.schema.tables().isEmpty();
	}

}
