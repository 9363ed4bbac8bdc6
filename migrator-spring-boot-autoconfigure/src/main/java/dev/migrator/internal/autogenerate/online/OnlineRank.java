package dev.migrator.internal.autogenerate.online;

/**
 * When a part of a change that is made online runs if nothing else matters.
 */
enum OnlineRank {

	/** In the first revision, which is a transaction. */
	IN_TRANSACTION,
	/** In the second one, as all that follow. */
	COLUMNS, BUILT,
	/** What takes its place is built by then. */
	DROPPED,
	/** The names are free by then. */
	NAMED,
	/** The keys that they reference are there by then. */
	FOREIGN_KEYS

}
