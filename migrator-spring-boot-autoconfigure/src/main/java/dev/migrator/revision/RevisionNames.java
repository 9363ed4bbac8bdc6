package dev.migrator.revision;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Checks ids of revisions and branch labels. The rule is wider than for new ids and
 * labels, so that the revisions of other tools can be read.
 */
public final class RevisionNames {

	/**
	 * In code points, as the server counts the characters of a {@code varchar(128)}.
	 */
	public static final int MAX_LENGTH = 128;

	private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	private static final String PUNCTUATION = "@-+:,";

	private RevisionNames() {
	}

	/**
	 * Returns whether a word has a special meaning in targets.
	 * @param name the word
	 * @return whether it is {@code head}, {@code heads}, {@code base} or {@code current}
	 */
	public static boolean isReserved(String name) {
		return RESERVED.contains(name);
	}

	/**
	 * Returns what is wrong with a name.
	 * @param name the name
	 * @return the fault, in words that follow "it", or {@code null} if the name is legal
	 */
	public static @Nullable String faultOf(String name) {
		if (name.isEmpty()) {
			return "is empty";
		}
		int length = name.codePointCount(0, name.length());
		if (length > MAX_LENGTH) {
			return "has " + length + " characters, more than " + MAX_LENGTH;
		}
		if (isReserved(name)) {
			return "is a word with a special meaning in targets";
		}
		for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
			int character = name.codePointAt(i);
			if (PUNCTUATION.indexOf(character) >= 0) {
				return "has a '" + Character.toString(character) + "'";
			}
			if (Character.getType(character) == Character.SURROGATE) {
				return "has half of a surrogate pair, which is not a character";
			}
			if (Character.isWhitespace(character) || Character.isSpaceChar(character)
					|| Character.isISOControl(character)) {
				return "has white space or a control character";
			}
		}
		return null;
	}

}
