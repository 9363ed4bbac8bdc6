package dev.migrator.execution;

/**
 * The part of a run that is one transaction.
 */
public enum TransactionMode {

	/**
	 * Each revision, with its version row and its history row.
	 */
	PER_REVISION,

	/**
	 * The whole run: it succeeds, or leaves nothing. A plan with a revision that cannot
	 * run in a transaction is refused.
	 */
	SINGLE

}
