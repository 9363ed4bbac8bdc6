package dev.migrator.internal.dialect.error;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes the words that name secrets. If SQL mentions one of them, its values are not
 * shown. A setting whose name contains one is not stored. A word also counts as a part of
 * a name: {@code password_hash}, {@code "User Token"}, {@code app.apiKey}.
 */
public final class SecretWords {

	/** Words long enough to mean nothing else anywhere in a name: {@code dbpassword}. */
	private static final String ANYWHERE = "passw(?:or)?d|passwort|passphrase|passcode|pwd|secret|token|credential";

	private static final String KEY = "(?:api|access|account|auth|encryption|master|private|shared|signing|ssh)"
			+ "[_\\s.-]{0,2}key";

	/** Short words, which must be a whole part of a name: not {@code bypass}. */
	private static final String WHOLE_PART = "[poj](?<![a-z].)(?:(?<=p)(?:ass|w|sk)|(?<=o)tp|(?<=j)wt)(?![a-z])";

	/** The same words as the last part of a name whose parts begin with capitals. */
	private static final String CAPITAL_PART = "(?-i:[POJ](?<=[a-z\\d].)(?:(?<=P)(?:ass|w|sk)|(?<=O)tp|(?<=J)wt)(?![a-z]))";

	/** For the server, where a name counts in any case. */
	public static final String IN_SQL = ANYWHERE + "|" + KEY + "|(?:^|[^a-z])(?:pass|pw|otp|jwt|psk)(?:[^a-z]|$)";

	static final String PATTERN = "(?i:" + ANYWHERE + "|" + KEY + "|" + WHOLE_PART + "|" + CAPITAL_PART + ")";

	private static final Pattern WORDS = Pattern.compile(PATTERN);

	private static final int PART = 65_536;

	/** Longer than any of the words, because a word may be split between two parts. */
	private static final int OVERLAP = 64;

	private SecretWords() {
	}

	/**
	 * Looks for one of the words.
	 * @param text a name, or a text that may contain such names
	 * @return whether the text contains one of them
	 */
	public static boolean areIn(String text) {
		return matcher(text).find();
	}

	/**
	 * Looks for one of the words in a text of any length.
	 * @param reader the text
	 * @return whether the text contains one of them
	 * @throws IOException if the reader throws it
	 */
	public static boolean areIn(Reader reader) throws IOException {
		char[] part = new char[PART];
		int kept = 0;
		for (int read = reader.read(part); read >= 0; read = reader.read(part, kept, PART - kept)) {
			String text = new String(part, 0, kept + read);
			if (areIn(text)) {
				return true;
			}
			kept = Math.min(OVERLAP, text.length());
			text.getChars(text.length() - kept, text.length(), part, 0);
		}
		return false;
	}

	static Matcher matcher(String text) {
		return WORDS.matcher(text);
	}

}
