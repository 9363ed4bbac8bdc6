package dev.migrator.schema;

import java.nio.charset.StandardCharsets;

/**
 * What may be text in PostgreSQL: anything without a NUL and without half of a surrogate
 * pair. The driver would send a question mark for the half, silently.
 */
public final class TextRule {

	private TextRule() {
	}

	/**
	 * Looks at a text.
	 * @param of what it is, for the message: {@code The SQL}
	 * @param text the text
	 * @return the text
	 * @throws InvalidDefinitionException if it cannot be one
	 */
	public static String check(String of, String text) {
		if (text.indexOf('\0') >= 0) {
			throw new InvalidDefinitionException(of + " has a NUL in it, which PostgreSQL cannot store.",
					"Leave it out, or use bytea and a byte[].");
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new InvalidDefinitionException(
					of + " has half of a surrogate pair in it, which PostgreSQL cannot store.",
					"Leave it out, or write the whole character: \"\\uD83D\\uDE00\".");
		}
		return text;
	}

	/**
	 * Counts characters as the server does: one that Java keeps in two {@code char}s is
	 * one.
	 * @param text a text
	 * @return the number of its characters
	 */
	public static int characters(String text) {
		return text.codePointCount(0, text.length());
	}

	/**
	 * Leaves out the half of a surrogate pair with which a text ends where it was cut
	 * off.
	 * @param cut the beginning of a text
	 * @return whole characters
	 */
	public static String whole(String cut) {
		boolean half = !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1));
		return half ? cut.substring(0, cut.length() - 1) : cut;
	}

}
