package dev.migrator.schema;

/**
 * What happens to a row when the one that it references is deleted, or gets another key.
 */
public enum ReferentialAction {

	/** The change is refused, at the end of the statement or of the transaction. */
	NO_ACTION,

	/** The change is refused at once. */
	RESTRICT,

	/** The row is deleted, or follows. */
	CASCADE,

	/** Its foreign key becomes NULL. */
	SET_NULL,

	/** Its foreign key gets its default. */
	SET_DEFAULT;

	/**
	 * Whether it sets columns of the foreign key, all or some.
	 * @return whether it does
	 */
	public boolean sets() {
		return this == SET_NULL || this == SET_DEFAULT;
	}

}
