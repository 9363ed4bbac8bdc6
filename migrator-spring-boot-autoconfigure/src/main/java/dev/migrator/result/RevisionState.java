package dev.migrator.result;

import java.util.Locale;

/**
 * The state of a revision in a database.
 */
public enum RevisionState {

	/** Applied. */
	APPLIED,

	/** Not applied. */
	PENDING,

	/** Stopped half-way, without a transaction. */
	PARTIAL,

	/** Applied, and edited after that. */
	CHANGED,

	/** In the database, but without a script. */
	UNKNOWN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
