package dev.migrator.cli;

import java.util.List;

/**
 * Text of an author as it can be shown on a terminal, which obeys control characters, and
 * not those of ASCII alone: U+009B begins a command as ESC [ does, and others end a line
 * or turn the direction of the text.
 */
final class PlainText {

	private static final String CONTROL = "\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069";

	private PlainText() {
	}

	/**
	 * The text on one line.
	 */
	static String line(String text) {
		return text.replaceAll("[\\s" + CONTROL + "]+", " ").strip();
	}

	/**
	 * The lines of the text, without blank ones at the ends.
	 */
	static List<String> lines(String text) {
		return text.strip().lines().map((line) -> line.replaceAll("[" + CONTROL + "]", " ").stripTrailing()).toList();
	}

}
