package dev.migrator.schema;

/**
 * When a constraint is checked.
 */
public enum Deferral {

	/** At each statement. */
	NOT_DEFERRABLE,

	/** At each statement, unless a transaction asks to wait until its end. */
	DEFERRABLE,

	/** At the end of the transaction, unless it asks otherwise. */
	INITIALLY_DEFERRED;

	/**
	 * This, where it is said that the constraint can wait, and else another one.
	 * @param other what holds where nothing is said
	 * @return one of both
	 */
	public Deferral or(Deferral other) {
		return (this != NOT_DEFERRABLE) ? this : other;
	}

}
