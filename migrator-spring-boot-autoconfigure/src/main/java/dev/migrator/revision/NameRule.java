package dev.migrator.revision;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What may be the id of a revision or a branch label. Wider than what new ones are made
 * of, so that the revisions of other tools can be read.
 */
final class NameRule {

	static final int MAX_LENGTH = 128;

	static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	private static final String PUNCTUATION = "@-+:,";

	private NameRule() {
	}

	/**
	 * Says what is wrong with a name.
	 * @param name the name
	 * @return the fault, to be read after "it", or {@code null} if the name is legal
	 */
	static @Nullable String faultOf(String name) {
		if (name.isEmpty()) {
			return "is empty";
		}
		if (name.length() > MAX_LENGTH) {
			return "has " + name.length() + " characters, more than " + MAX_LENGTH;
		}
		if (RESERVED.contains(name)) {
			return "is a word with a meaning of its own in targets";
		}
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (PUNCTUATION.indexOf(character) >= 0) {
				return "has a '" + character + "'";
			}
			if (Character.isWhitespace(character) || Character.isSpaceChar(character)
					|| Character.isISOControl(character)) {
				return "has white space or a control character";
			}
		}
		return null;
	}

}
