package dev.migrator.internal.schema;

/**
 * How something is that another object is, where it is not as PostgreSQL makes it if
 * nothing is said. No table or column says it, so it goes along with theirs.
 */
public sealed interface DetailObject extends SchemaObject permits SettingObject, NotNullObject {

	/**
	 * What it goes with.
	 * @return the identity of that
	 */
	@Override
	ObjectId parent();

}
