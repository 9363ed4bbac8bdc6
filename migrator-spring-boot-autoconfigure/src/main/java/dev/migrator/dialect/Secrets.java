package dev.migrator.dialect;

import java.util.regex.Pattern;

/**
 * Hides passwords in SQL that is shown to people.
 */
public final class Secrets {

	private static final Pattern CONNECTION_STRING = Pattern.compile("(?i)(password\\s*=\\s*)(?!'|\\*)[^\\s'\"&;]+");

	private static final Pattern JSON = Pattern.compile("(?i)(password\"\\s*:\\s*\")[^\"]+");

	private static final Pattern URL = Pattern
		.compile("(?i)((?<![a-z0-9+.-])[a-z0-9+.-]++://[^\\s:/@'\"]*:)[^\\s@/'\"]+@");

	private Secrets() {
	}

	/**
	 * Replaces what follows the word PASSWORD in SQL, and passwords in connection strings
	 * and URLs, by asterisks. Hides too much rather than too little.
	 * @param text SQL, or a message that may quote some
	 * @return the text without passwords
	 */
	public static String mask(String text) {
		String masked = new PasswordMask(text).mask();
		masked = CONNECTION_STRING.matcher(masked).replaceAll("$1***");
		masked = JSON.matcher(masked).replaceAll("$1***");
		return URL.matcher(masked).replaceAll("$1***@");
	}

}
