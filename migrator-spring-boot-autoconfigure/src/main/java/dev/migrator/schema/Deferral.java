package dev.migrator.schema;

/**
 * The time at which a constraint is checked.
 */
public enum Deferral {

	/** After each statement. */
	NOT_DEFERRABLE,

	/** After each statement, unless a transaction defers it to its end. */
	DEFERRABLE,

	/** At the end of the transaction, unless the transaction changes that. */
	INITIALLY_DEFERRED;

	/**
	 * Returns this one if the constraint is deferrable, or else another one.
	 * @param other the value for a constraint that is not deferrable
	 * @return one of the two
	 */
	public Deferral or(Deferral other) {
		return (this != NOT_DEFERRABLE) ? this : other;
	}

}
