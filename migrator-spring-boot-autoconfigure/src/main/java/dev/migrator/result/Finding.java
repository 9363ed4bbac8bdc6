package dev.migrator.result;

import java.util.List;

/**
 * Something that is not as it should be with the revisions or with what is applied of
 * them.
 *
 * @param kind what it is
 * @param revisions the revisions that it is about; none if they cannot be told
 * @param description what is wrong, where, and why
 * @param action what to do about it
 */
public record Finding(Kind kind, List<String> revisions, String description, String action) {

	public Finding {
		revisions = List.copyOf(revisions);
	}

	/**
	 * What can be found.
	 */
	public enum Kind {

		/** The scripts cannot be read, or are no graph. */
		INVALID_SCRIPTS,

		/** Something in a script cannot be run as it is written. */
		REFUSED_SCRIPT,

		/** There are several heads. */
		SEVERAL_HEADS,

		/** A version row or a half-done revision that no script has. */
		UNKNOWN_REVISION,

		/** A script was edited after it was applied. */
		CHANGED_SCRIPT,

		/** A revision without a transaction stopped half-way. */
		HALF_DONE,

		/** The database has INVALID indexes. */
		INVALID_INDEX,

		/** Revisions are pending, so the model was not compared. */
		NOT_UP_TO_DATE,

		/**
		 * The model cannot be read, PostgreSQL refuses what it says, or a customizer adds
		 * what cannot be used.
		 */
		INVALID_MODEL,

		/** The database does not have what the model wants. */
		MODEL_DIFFERS,
		/** The database refuses what the model allows, and keeps what does. */
		STRICTER_THAN_MODEL

	}

}
