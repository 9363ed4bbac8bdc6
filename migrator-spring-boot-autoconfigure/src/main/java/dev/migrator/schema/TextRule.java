package dev.migrator.schema;

import java.nio.charset.StandardCharsets;

/**
 * Checks text. Text of PostgreSQL has no NUL and no half of a surrogate pair. The driver
 * would silently send a question mark for the half.
 */
public final class TextRule {

	private TextRule() {
	}

	/**
	 * Checks a text.
	 * @param of the kind of text, for the message: {@code The SQL}
	 * @param text the text
	 * @return the text
	 * @throws InvalidDefinitionException if it is not valid text
	 */
	public static String check(String of, String text) {
		if (text.indexOf('\0') >= 0) {
			throw new InvalidDefinitionException(of + " contains a NUL, which PostgreSQL cannot store.",
					"Leave it out, or use bytea and a byte[].");
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new InvalidDefinitionException(
					of + " contains half of a surrogate pair, which PostgreSQL cannot store.",
					"Leave it out, or write the whole character: \"\\uD83D\\uDE00\".");
		}
		return text;
	}

	/**
	 * Counts characters as the server does: a character that has two {@code char}s in
	 * Java counts once.
	 * @param text a text
	 * @return the number of its characters
	 */
	public static int characters(String text) {
		return text.codePointCount(0, text.length());
	}

	/**
	 * Removes half of a surrogate pair at the end of a text that was cut off.
	 * @param cut the beginning of a text
	 * @return whole characters
	 */
	public static String whole(String cut) {
		boolean half = !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1));
		return half ? cut.substring(0, cut.length() - 1) : cut;
	}

}
