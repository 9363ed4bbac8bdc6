package dev.migrator.internal.problem;

import java.util.regex.Pattern;

/**
 * Makes text from elsewhere safe to show: a message, a file name, a name in the database,
 * an answer of the server. A terminal obeys control characters, in a log a line break
 * begins another entry, and characters that change the direction of the text can show
 * something that the file does not contain. Such characters are written as Java writes
 * them: {@code \n}, {@code \u001B}.
 */
public final class Printable {

	/**
	 * The control characters of ASCII and Latin 1, line and paragraph separators, marks
	 * of direction.
	 */
	private static final String CONTROL = "\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF";

	private static final Pattern IN_LINE = Pattern.compile("[" + CONTROL + "]");

	private static final Pattern IN_TEXT = Pattern.compile("[" + CONTROL + "&&[^\\n\\t]]");

	private Printable() {
	}

	/**
	 * Escapes a text for use within a line.
	 * @param text the text
	 * @return the text without control characters
	 */
	public static String line(String text) {
		return isPlain(text) ? text : IN_LINE.matcher(text).replaceAll((found) -> escaped(found.group().charAt(0)));
	}

	/**
	 * Escapes a text of several lines. Line breaks and tabs stay.
	 * @param text the text
	 * @return the text without other control characters
	 */
	public static String text(String text) {
		return IN_TEXT.matcher(text.replace("\r\n", "\n")).replaceAll((found) -> escaped(found.group().charAt(0)));
	}

	/**
	 * Returns whether all characters are printable ones of ASCII, as in nearly every name
	 * and message, of which there can be tens of thousands.
	 */
	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~') {
				return false;
			}
		}
		return true;
	}

	private static String escaped(char control) {
		return switch (control) {
			case '\n' -> "\\\\n";
			case '\r' -> "\\\\r";
			case '\t' -> "\\\\t";
			default -> "\\\\u%04X".formatted((int) control);
		};
	}

}
