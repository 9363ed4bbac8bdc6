package dev.migrator.internal.autogenerate.situation;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;

/**
 * A difference between the database and the schema that it is to have, at the grain of
 * one object.
 */
public sealed interface Difference {

	/**
	 * Which object differs.
	 */
	default ObjectId id() {
		return object().id();
	}

	/**
	 * The object that is there in the end, or was there if it goes.
	 */
	SchemaObject object();

	/**
	 * An object that is to come.
	 *
	 * @param object what it is to be
	 */
	record Added(SchemaObject object) implements Difference {
	}

	/**
	 * An object that is to go.
	 *
	 * @param object what it is
	 */
	record Removed(SchemaObject object) implements Difference {
	}

	/**
	 * An object that is to be otherwise.
	 *
	 * @param was what it is
	 * @param object what it is to be
	 */
	record Altered(SchemaObject was, SchemaObject object) implements Difference {
	}

}
