package dev.migrator.internal.dialect.store;

import java.util.Arrays;
import java.util.Locale;

/**
 * What became of a revision, or of a seed script.
 */
public enum HistoryOutcome {

	/** It was run to its end. */
	DONE,

	/**
	 * It runs without a transaction: at this moment, or until it ended without a word.
	 */
	RUNNING,

	/** It ran without a transaction, and stopped half-way. */
	FAILED;

	/**
	 * How the history writes it.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads it. One that only a later version of the migrator writes is not known to be
	 * done.
	 * @param word how the history writes it
	 * @return the outcome
	 */
	static HistoryOutcome of(String word) {
		return Arrays.stream(values()).filter((outcome) -> outcome.word().equals(word)).findFirst().orElse(FAILED);
	}

}
