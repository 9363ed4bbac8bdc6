package dev.migrator.result;

import java.util.List;

import dev.migrator.internal.dialect.catalog.DroppableObject;
import dev.migrator.internal.dialect.catalog.SchemaContents;

/**
 * The objects that a reset drops.
 *
 * @param schema the schema
 * @param objects all objects in the schema, by kind and name, including the version table
 * and the history table; extensions and their objects stay
 * @param elsewhere the objects in other schemas, or in none, that depend on these
 * objects: a reset is refused while there is any
 * @param notOwned objects that the role may not drop, with their owner: a reset is
 * refused while there are any
 */
public record ResetPlan(String schema, List<DroppableObject> objects, List<String> elsewhere, List<String> notOwned) {

	public ResetPlan {
		objects = List.copyOf(objects);
		elsewhere = List.copyOf(elsewhere);
		notOwned = List.copyOf(notOwned);
	}

	/**
	 * Returns whether another plan drops the same objects. Their numbers of rows do not
	 * matter.
	 */
	public boolean dropsTheSameAs(ResetPlan other) {
		return this.schema.equals(other.schema) && names(this).equals(names(other));
	}

	private static List<String> names(ResetPlan plan) {
		return plan.objects.stream().map((object) -> object.kind() + " " + object.name()).toList();
	}

	public static ResetPlan of(SchemaContents contents) {
		return new ResetPlan(contents.schema(), contents.objects(), contents.elsewhere(), contents.notOwned());
	}

}
