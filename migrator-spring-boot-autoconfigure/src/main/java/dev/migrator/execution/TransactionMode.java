package dev.migrator.execution;

/**
 * How much of a run is one transaction.
 */
public enum TransactionMode {

	/**
	 * Each revision, with its version row and its history row.
	 */
	PER_REVISION,

	/**
	 * The whole run: it succeeds or leaves no trace. Not for revisions that cannot be in
	 * a transaction.
	 */
	SINGLE

}
