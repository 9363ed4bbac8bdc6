package dev.migrator.dialect;

import java.util.regex.Pattern;

/**
 * The words that something secret goes by. Where SQL speaks of one of them its values are
 * not shown, and a setting whose name has one is not stored. A word counts as a part of a
 * name too: {@code password_hash}, {@code "User Token"}, {@code app.apiKey}.
 */
public final class SecretWords {

	/** Long enough to be nothing else wherever they stand: {@code dbpassword}. */
	private static final String ANYWHERE = "passw(?:or)?d|passwort|passphrase|passcode|pwd|secret|token|credential";

	private static final String KEY = "(?:api|access|account|auth|encryption|master|private|shared|signing|ssh)"
			+ "[_\\s.-]{0,2}key";

	/** Short, so that they have to be a whole part of a name: not {@code bypass}. */
	private static final String WHOLE_PART = "(?<![a-z])(?:pass|pw|otp|jwt|psk)(?![a-z])";

	/** The same as the last part of a name whose parts begin with capitals. */
	private static final String CAPITAL_PART = "(?-i:(?<=[a-z\\d])(?:Pass|Pw|Otp|Jwt|Psk)(?![a-z]))";

	static final String PATTERN = "(?i:" + ANYWHERE + "|" + KEY + "|" + WHOLE_PART + "|" + CAPITAL_PART + ")";

	private static final Pattern WORDS = Pattern.compile(PATTERN);

	private SecretWords() {
	}

	/**
	 * Looks for one of the words.
	 * @param text a name, or a text that may have such names in it
	 * @return whether one of them is in it
	 */
	public static boolean areIn(String text) {
		return WORDS.matcher(text).find();
	}

}
