package dev.migrator.internal.dialect.lexer;

import dev.migrator.schema.NameRule;

/**
 * Reads names as the server does when they stand in SQL, in a database in UTF-8. In
 * double quotes a name is taken as it is; without, the letters A to Z become small ones,
 * and no others: {@code Ämter} and {@code ämter} are two names. Either is cut off after
 * 63 bytes, at the end of a character.
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
	 * A name without quotes, for a regular expression. The server looks at bytes, and
	 * those of every character beyond ASCII are letters to it, whatever the character is.
	 */
	public static final String UNQUOTED = "[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_$\\x{80}-\\x{10FFFF}]*+";

	/**
	 * A name in quotes, for a regular expression, which does not recurse: such a text may
	 * be long.
	 */
	public static final String QUOTED = "\"(?:[^\"]|\"\")++\"";

	private NameText() {
	}

	/**
	 * The name that an identifier stands for.
	 * @param identifier the identifier as it is written, with its quotes if it has them
	 * @return the name
	 */
	public static String of(String identifier) {
		boolean quoted = identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"");
		return quoted ? quoted(identifier.substring(1, identifier.length() - 1).replace("\"\"", "\""))
				: unquoted(identifier);
	}

	/**
	 * Whether a text may stand in SQL as a name without quotes, if it is no word of SQL.
	 * @param text the text
	 * @return whether it needs no quotes
	 */
	public static boolean isUnquoted(String text) {
		return text.matches(UNQUOTED);
	}

	/**
	 * The name that the server makes of one in quotes.
	 * @param name what stands between the quotes
	 * @return the name
	 */
	public static String quoted(String name) {
		return cut(name, NameRule.MAX_BYTES);
	}

	/**
	 * The name that the server makes of one without quotes.
	 * @param name what is written
	 * @return the name
	 */
	public static String unquoted(String name) {
		StringBuilder folded = new StringBuilder();
		name.chars().forEach((c) -> folded.append((char) ((c >= 'A' && c <= 'Z') ? c + 32 : c)));
		return cut(folded.toString(), NameRule.MAX_BYTES);
	}

	/**
	 * The beginning of a name, in whole characters.
	 * @param name the name
	 * @param bytes how many bytes of UTF-8 it may have
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
