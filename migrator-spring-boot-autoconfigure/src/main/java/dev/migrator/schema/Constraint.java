package dev.migrator.schema;

/**
 * A constraint of a table. It always has a name, so that it can be dropped again.
 */
public sealed interface Constraint permits PrimaryKey, Unique, Check, ForeignKey, Exclusion {

	/**
	 * Its name, which has no schema: that of its table is meant.
	 * @return the name
	 */
	String name();

}
