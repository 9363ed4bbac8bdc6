package dev.migrator.internal.dialect.store;

import java.util.Arrays;
import java.util.Locale;

/**
 * The outcome of a revision, or of a seed script.
 */
public enum HistoryOutcome {

	/** It ran to its end. */
	DONE,

	/**
	 * It runs without a transaction: at this moment, or until it ended without a record.
	 */
	RUNNING,

	/** It ran without a transaction, and stopped half-way. */
	FAILED;

	/**
	 * Returns the word for it in the history.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the outcome. An outcome that only a later version of the migrator writes does
	 * not count as done.
	 * @param word the word in the history
	 * @return the outcome
	 */
	static HistoryOutcome of(String word) {
		return Arrays.stream(values()).filter((outcome) -> outcome.word().equals(word)).findFirst().orElse(FAILED);
	}

}
