package dev.migrator.schema;

import java.nio.charset.StandardCharsets;

/**
 * What may be a name in PostgreSQL: anything that has 1 to 63 bytes and no zero byte. A
 * longer one would be cut off silently.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class NameRule {

	/**
	 * How long a name may be, in bytes of UTF-8.
	 */
	public static final int MAX_BYTES = 63;

	private NameRule() {
	}

	/**
	 * Looks at a name.
	 * @param of what it names, for the message: {@code column}
	 * @param name the name, as it is to be in the database
	 * @return the name
	 * @throws InvalidDefinitionException if it cannot be one
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
					"The name of the %s \"%s\" has a NUL in it, which PostgreSQL cannot store.".formatted(of,
							name.replace('\0', '?')),
					"Leave it out.");
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
			throw new InvalidDefinitionException(
					"The name of a " + of + " has half of a surrogate pair in it, which is no character.",
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
	 * Whether there is nothing more to look at: most names are of ASCII and short, and
	 * names are made by the ten thousand.
	 */
	private static boolean isPlain(String name) {
		boolean plain = !name.isEmpty() && name.length() <= MAX_BYTES;
		for (int i = 0; plain && i < name.length(); i++) {
			plain = name.charAt(i) > 0 && name.charAt(i) < 128;
		}
		return plain;
	}

}
