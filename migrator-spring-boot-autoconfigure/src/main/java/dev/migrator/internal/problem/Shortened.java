package dev.migrator.internal.problem;

import java.util.Locale;

/**
 * Shortens a text of any length so that it can be read: an answer of the server about a
 * value can be as long as the value.
 */
public final class Shortened {

	private static final int LONGEST = 4000;

	private Shortened() {
	}

	/**
	 * Cuts a text that is too long, and says so.
	 * @param text the text
	 * @return the text, or its beginning and its number of characters
	 */
	public static String of(String text) {
		int length = text.codePointCount(0, text.length());
		return (length <= LONGEST) ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST))
				+ " ... (cut here, %s characters)".formatted(number(length));
	}

	/**
	 * Writes a number so that it is easy to read.
	 * @param number the number
	 * @return its digits, in groups of three
	 */
	public static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

}
