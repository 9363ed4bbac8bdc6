package dev.migrator.internal.autogenerate.online;

import dev.migrator.autogenerate.Change;

/**
 * A change, or a part of one, that is made online.
 *
 * @param change the change
 * @param rank its rank if it depends on nothing else
 * @param access its access
 */
record OnlinePart(Change change, OnlineRank rank, Access access) {

	boolean isInTransaction() {
		return this.rank == OnlineRank.IN_TRANSACTION;
	}

	/**
	 * Returns the same part, but not earlier than a rank.
	 */
	OnlinePart notBefore(OnlineRank other) {
		return (other.compareTo(this.rank) > 0) ? new OnlinePart(this.change, other, this.access) : this;
	}

}
