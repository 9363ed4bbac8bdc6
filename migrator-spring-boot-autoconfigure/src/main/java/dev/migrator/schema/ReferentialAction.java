package dev.migrator.schema;

/**
 * The action on a row when the row that it references is deleted, or gets another key.
 */
public enum ReferentialAction {

	/** The change is refused, at the end of the statement or of the transaction. */
	NO_ACTION,

	/** The change is refused at once. */
	RESTRICT,

	/** The row is deleted, or its foreign key gets the new key. */
	CASCADE,

	/** Its foreign key becomes NULL. */
	SET_NULL,

	/** Its foreign key gets its default. */
	SET_DEFAULT;

	/**
	 * Returns whether it sets columns of the foreign key, all or some.
	 * @return whether it does
	 */
	public boolean sets() {
		return this == SET_NULL || this == SET_DEFAULT;
	}

}
