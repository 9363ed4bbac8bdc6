package dev.migrator.cli;

import java.util.List;

/**
 * Text of an author as it can be shown on a terminal, which obeys control characters.
 */
final class PlainText {

	private PlainText() {
	}

	/**
	 * The text on one line.
	 */
	static String line(String text) {
		return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
	}

	/**
	 * The lines of the text, without blank ones at the ends.
	 */
	static List<String> lines(String text) {
		return text.strip().lines().map((line) -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing()).toList();
	}

}
