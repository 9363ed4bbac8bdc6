package dev.migrator.result;

import java.util.List;

/**
 * A problem of the revisions, or of the revisions that are applied.
 *
 * @param kind the kind of problem
 * @param revisions the revisions that it is about; empty if they are not known
 * @param description the problem, its place and its reason
 * @param action the action that fixes it
 */
public record Finding(Kind kind, List<String> revisions, String description, String action) {

	public Finding {
		revisions = List.copyOf(revisions);
	}

	/**
	 * The kinds of problems.
	 */
	public enum Kind {

		/** The scripts cannot be read, or do not form a graph. */
		INVALID_SCRIPTS,

		/** Something in a script cannot be run as it is written. */
		REFUSED_SCRIPT,

		/** There are several heads. */
		SEVERAL_HEADS,

		/** A version row, or a half-way revision, has no script. */
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
		 * The model cannot be read, PostgreSQL refuses a part of it, or a customizer adds
		 * an operation that cannot be used.
		 */
		INVALID_MODEL,

		/** The database differs from the model. */
		MODEL_DIFFERS,
		/** The database keeps objects that refuse what the model allows. */
		STRICTER_THAN_MODEL

	}

}
