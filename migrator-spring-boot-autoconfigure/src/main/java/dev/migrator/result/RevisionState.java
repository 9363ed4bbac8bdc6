package dev.migrator.result;

import java.util.Locale;

/**
 * Where a revision stands in a database.
 */
public enum RevisionState {

	/** Applied. */
	APPLIED,

	/** Not applied. */
	PENDING,

	/** Without a transaction, and stopped half-way. */
	PARTIAL,

	/** Applied, and edited since. */
	CHANGED,

	/** In the database, in no script. */
	UNKNOWN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
