package dev.migrator.autogenerate.convention;

/**
 * The order of the columns of a new table, and of columns that are added to a table
 * together. The order of existing columns is never a difference.
 */
public enum ColumnOrder {

	/**
	 * As the entity declares its attributes: the identifier first, then the attributes of
	 * its superclasses, then its own, and at the end columns without an attribute. In a
	 * schema file, the order of the file.
	 */
	DECLARED,

	/**
	 * By alignment, so that a row has no gaps between its values: types with a fixed
	 * length that are aligned to 8 bytes, then to 4, 2 and 1, then types with a variable
	 * length. Otherwise as {@link #DECLARED}.
	 */
	ALIGNED,

	/**
	 * As the model lists the columns. With Hibernate the identifier is first, and the
	 * attributes follow in alphabetical order.
	 */
	MODEL

}
