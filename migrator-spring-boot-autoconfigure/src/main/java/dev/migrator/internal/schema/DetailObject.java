package dev.migrator.internal.schema;

/**
 * A detail of another object that differs from the default of PostgreSQL. The definitions
 * of tables and columns do not include it, so it belongs to their objects.
 */
public sealed interface DetailObject extends SchemaObject permits SettingObject, NotNullObject {

	/**
	 * Returns the object that it belongs to.
	 * @return the identity of the object
	 */
	@Override
	ObjectId parent();

}
