package dev.migrator.internal.autogenerate.situation;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;

/**
 * A difference between the database and the wanted schema, for one object.
 */
public sealed interface Difference {

	/**
	 * Returns the identity of the object.
	 */
	default ObjectId id() {
		return object().id();
	}

	/**
	 * Returns the object in its final state, or in its old state if it is removed.
	 */
	SchemaObject object();

	/**
	 * An object that is to be added.
	 *
	 * @param object the new object
	 */
	record Added(SchemaObject object) implements Difference {
	}

	/**
	 * An object that is to be removed.
	 *
	 * @param object the old object
	 */
	record Removed(SchemaObject object) implements Difference {
	}

	/**
	 * An object that is to be changed.
	 *
	 * @param was the old object
	 * @param object the new object
	 */
	record Altered(SchemaObject was, SchemaObject object) implements Difference {
	}

}
