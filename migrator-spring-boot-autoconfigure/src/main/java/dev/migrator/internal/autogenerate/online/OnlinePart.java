package dev.migrator.internal.autogenerate.online;

import dev.migrator.autogenerate.Change;

/**
 * A change, or a part of one, that is made online.
 *
 * @param change the change
 * @param rank when it runs if nothing else matters
 * @param access what it has access to
 */
record OnlinePart(Change change, OnlineRank rank, Access access) {

	boolean isInTransaction() {
		return this.rank == OnlineRank.IN_TRANSACTION;
	}

	/**
	 * The same, but no earlier than something else.
	 */
	OnlinePart notBefore(OnlineRank other) {
		return (other.compareTo(this.rank) > 0) ? new OnlinePart(this.change, other, this.access) : this;
	}

}
