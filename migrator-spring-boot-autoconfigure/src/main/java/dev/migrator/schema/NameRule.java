package dev.migrator.schema;

import java.nio.charset.StandardCharsets;

/**
 * Checks names. A name of PostgreSQL has 1 to 63 bytes and no zero byte. PostgreSQL would
 * silently cut off a longer one.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class NameRule {

	/**
	 * The maximum length of a name, in bytes of UTF-8.
	 */
	public static final int MAX_BYTES = 63;

	private NameRule() {
	}

	/**
	 * Checks a name.
	 * @param of the kind of the object, for the message: {@code column}
	 * @param name the name, as it will be in the database
	 * @return the name
	 * @throws InvalidDefinitionException if it is not a valid name
	 */
	public static String check(String of, String name) {
		if (isPlain(name)) {
			return name;
		}
		if (name.isEmpty()) {
			throw new InvalidDefinitionException("The name of a " + of + " is empty.",
					"Give it a name of 1 to 63 bytes.");
		}
		if (name.indexOf('\0') >= 0) {
			throw new InvalidDefinitionException(
					"The name of the %s \"%s\" contains a NUL, which PostgreSQL cannot store.".formatted(of,
							name.replace('\0', '?')),
					"Leave it out.");
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
			throw new InvalidDefinitionException(
					"The name of a " + of + " contains half of a surrogate pair, which is not a character.",
					"Leave it out.");
		}
		int bytes = name.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_BYTES) {
			throw new InvalidDefinitionException(
					"The name of the %s \"%s\" has %s bytes; PostgreSQL would cut it off after %s.".formatted(of, name,
							bytes, MAX_BYTES),
					"Give it a shorter name.");
		}
		return name;
	}

	/**
	 * Returns whether a name is short ASCII, so that no more checks are needed. Most
	 * names are, and there can be ten thousands of them.
	 */
	private static boolean isPlain(String name) {
		boolean plain = !name.isEmpty() && name.length() <= MAX_BYTES;
		for (int i = 0; plain && i < name.length(); i++) {
			plain = name.charAt(i) > 0 && name.charAt(i) < 128;
		}
		return plain;
	}

}
