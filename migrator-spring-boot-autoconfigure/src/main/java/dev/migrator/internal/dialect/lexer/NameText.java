package dev.migrator.internal.dialect.lexer;

import dev.migrator.schema.NameRule;

/**
 * Reads names as the server reads them in SQL, in a database in UTF-8. A name in double
 * quotes is taken as it is. In a name without quotes only the letters A to Z become lower
 * case: {@code Ämter} and {@code ämter} are two names. Both kinds are cut off after 63
 * bytes, at the end of a character.
 *
 * @see <a href=
 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/parser/scan.l">scan.l</a>,
 * {@code ident_start} and {@code ident_cont}
 * @see <a href=
 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/parser/scansup.c">scansup.c</a>,
 * {@code downcase_identifier} and {@code truncate_identifier}
 */
public final class NameText {

	/**
	 * A name without quotes, for a regular expression. The server looks at bytes. Every
	 * byte of a character beyond ASCII is a letter to it, whatever the character is.
	 */
	public static final String UNQUOTED = "[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_$\\x{80}-\\x{10FFFF}]*+";

	/**
	 * A name in quotes, for a regular expression. It does not recurse, because such a
	 * text may be long.
	 */
	public static final String QUOTED = "\"(?:[^\"]|\"\")++\"";

	private NameText() {
	}

	/**
	 * Returns the name that an identifier represents.
	 * @param identifier the identifier as it is written, with its quotes if it has them
	 * @return the name
	 */
	public static String of(String identifier) {
		boolean quoted = identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"");
		return quoted ? quoted(identifier.substring(1, identifier.length() - 1).replace("\"\"", "\""))
				: unquoted(identifier);
	}

	/**
	 * Returns whether a text can be a name without quotes in SQL, if it is not a keyword.
	 * @param text the text
	 * @return whether it needs no quotes
	 */
	public static boolean isUnquoted(String text) {
		return text.matches(UNQUOTED);
	}

	/**
	 * Returns the name that the server makes of a quoted name.
	 * @param name the text between the quotes
	 * @return the name
	 */
	public static String quoted(String name) {
		return cut(name, NameRule.MAX_BYTES);
	}

	/**
	 * Returns the name that the server makes of a name without quotes.
	 * @param name the name as written
	 * @return the name
	 */
	public static String unquoted(String name) {
		StringBuilder folded = new StringBuilder();
		name.chars().forEach((c) -> folded.append((char) ((c >= 'A' && c <= 'Z') ? c + 32 : c)));
		return cut(folded.toString(), NameRule.MAX_BYTES);
	}

	/**
	 * Cuts a name off, in whole characters.
	 * @param name the name
	 * @param bytes the maximum number of bytes in UTF-8
	 * @return the name, or its beginning
	 */
	public static String cut(String name, int bytes) {
		int length = 0;
		for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
			length += bytes(name.codePointAt(i));
			if (length > bytes) {
				return name.substring(0, i);
			}
		}
		return name;
	}

	private static int bytes(int character) {
		return (character < 0x80) ? 1 : (character < 0x800) ? 2 : (character < 0x10000) ? 3 : 4;
	}

}
