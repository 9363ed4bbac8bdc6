package dev.migrator.internal.dialect.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake in a URL because of which PostgreSQL's driver does not accept it, although
 * its meaning is clear.
 */
public enum UrlMistake {

	/**
	 * {@code postgresql://...}: the form that libpq accepts and hosting providers give.
	 */
	FORM_OF_HOSTS("has the form that hosts give (postgresql://...), but JDBC needs another one."),

	/**
	 * {@code jdbc:postgresql://user:password@host/...}. The driver must not be asked,
	 * because it logs the URL with the password.
	 */
	LOGIN_BEFORE_HOST("has a login before the host (user:password@host), and the driver reads it as a part of the host "
			+ "or of the port."),

	/** {@code jdbc:postgres://...}. */
	OTHER_PREFIX("starts with jdbc:postgres:, but the driver accepts only jdbc:postgresql:.");

	private static final String PREFIX = "jdbc:postgres:";

	private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://(?<authority>[^/?]*)(?<path>[^?]*).*",
			Pattern.DOTALL);

	/** The port of one host or of the last of several. */
	private static final Pattern PORT = Pattern.compile(".*]|[^:]*|.*:\\d*");

	private final String sentence;

	UrlMistake(String sentence) {
		this.sentence = sentence;
	}

	/**
	 * Looks for a mistake.
	 * @param url the URL of a DataSource
	 * @return the mistake, or nothing if this driver or another one may accept the URL
	 */
	public static Optional<UrlMistake> in(String url) {
		if (DatabaseUrl.isOfHost(url)) {
			return Optional.of(FORM_OF_HOSTS);
		}
		if (url.startsWith(PREFIX)) {
			return Optional.of(OTHER_PREFIX);
		}
		Matcher jdbc = JDBC.matcher(url);
		return (jdbc.matches() && hasLogin(jdbc.group("authority"), jdbc.group("path")))
				? Optional.of(LOGIN_BEFORE_HOST) : Optional.empty();
	}

	/**
	 * Finds a login. A slash in a password ends the authority. Then the text before it is
	 * not a port. If it is a port, the at sign belongs to the name of the database.
	 */
	private static boolean hasLogin(String authority, String path) {
		return authority.contains("@") || (path.contains("@") && !PORT.matcher(authority).matches());
	}

	/**
	 * Reads the meaning of the URL.
	 * @param setting the name of the setting with the URL, for messages
	 * @param url the URL with this mistake
	 * @return the correct address
	 * @throws InvalidDatabaseUrlException if it cannot be read
	 */
	public DatabaseUrl corrected(String setting, String url) {
		return DatabaseUrl.parse(setting,
				(this == OTHER_PREFIX) ? "jdbc:postgresql:" + url.substring(PREFIX.length()) : url);
	}

	/**
	 * Describes the mistake.
	 * @param setting the name of the setting with the URL
	 * @return a sentence that does not quote the URL
	 */
	public String of(String setting) {
		return setting + " " + this.sentence;
	}

}
