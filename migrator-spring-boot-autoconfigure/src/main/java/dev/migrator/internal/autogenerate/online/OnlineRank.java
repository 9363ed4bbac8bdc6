package dev.migrator.internal.autogenerate.online;

/**
 * The order of the parts of online changes that depend on nothing else.
 */
enum OnlineRank {

	/** In the first revision, which is a transaction. */
	IN_TRANSACTION,
	/** In the second revision, like all that follow. */
	COLUMNS, BUILT,
	/** After the replacement is built. */
	DROPPED,
	/** After the name is free. */
	NAMED,
	/** After the referenced keys exist. */
	FOREIGN_KEYS

}
