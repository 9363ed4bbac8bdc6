package dev.migrator.internal.problem;

import java.util.Locale;

/**
 * A text that may be of any length, as somebody may want to read it: what a server says
 * of a value can be as long as the value.
 */
public final class Shortened {

	private static final int LONGEST = 4000;

	private Shortened() {
	}

	/**
	 * Cuts a text that is too long, and says so.
	 * @param text the text
	 * @return the text, or its beginning and how many characters it has
	 */
	public static String of(String text) {
		int length = text.codePointCount(0, text.length());
		return (length <= LONGEST) ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST))
				+ " ... (cut here, %s characters)".formatted(number(length));
	}

	/**
	 * A number as it is read easily.
	 * @param number the number
	 * @return its digits, in groups of three
	 */
	public static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

}
