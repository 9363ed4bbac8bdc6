package dev.migrator.internal.autoconfigure.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference in a setting of a URL: {@code ${name}}, {@code ${name:default}}.
 *
 * @param name the name in the reference
 */
record UrlReference(String name) {

	/** The prefix of an address of a hosting provider in the form of JDBC. */
	static final String JDBC = "migrator.jdbc-url.";

	private static final Pattern WHOLE = Pattern.compile("\\$\\{([^:}]+)[:}].*");

	/**
	 * Finds a reference at the beginning of the setting.
	 */
	static Optional<UrlReference> in(String written) {
		Matcher whole = WHOLE.matcher(written);
		return whole.matches() ? Optional.of(new UrlReference(whole.group(1))) : Optional.empty();
	}

	boolean asksForJdbc() {
		return this.name.startsWith(JDBC);
	}

	/**
	 * Returns the variable, or property, that has the address.
	 */
	String variable() {
		return asksForJdbc() ? this.name.substring(JDBC.length()) : this.name;
	}

}
