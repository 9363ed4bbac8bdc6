package dev.migrator.internal.autoconfigure.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a setting of a URL refers to: {@code ${name}}, {@code ${name:default}}.
 *
 * @param name the name in it
 */
record UrlReference(String name) {

	/** The address that hosts give, in the form of JDBC. */
	static final String JDBC = "migrator.jdbc-url.";

	private static final Pattern WHOLE = Pattern.compile("\\$\\{([^:}]+)[:}].*");

	/**
	 * Looks for a reference that the setting begins with.
	 */
	static Optional<UrlReference> in(String written) {
		Matcher whole = WHOLE.matcher(written);
		return whole.matches() ? Optional.of(new UrlReference(whole.group(1))) : Optional.empty();
	}

	boolean asksForJdbc() {
		return this.name.startsWith(JDBC);
	}

	/**
	 * The variable, or property, that has the address.
	 */
	String variable() {
		return asksForJdbc() ? this.name.substring(JDBC.length()) : this.name;
	}

}
