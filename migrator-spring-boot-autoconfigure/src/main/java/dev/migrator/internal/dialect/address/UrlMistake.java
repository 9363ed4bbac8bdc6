package dev.migrator.internal.dialect.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps PostgreSQL's driver from taking a URL although it is plain what is meant.
 */
public enum UrlMistake {

	/** {@code postgresql://...}: what libpq takes, and what hosts give. */
	FORM_OF_HOSTS("has the form that hosts give (postgresql://...), and JDBC has another one."),

	/**
	 * {@code jdbc:postgresql://user:password@host/...}. The driver logs it, password
	 * included, so it must not be asked.
	 */
	LOGIN_BEFORE_HOST(
			"has a login before the host (user:password@host), and the driver takes it for a part of the host "
					+ "or of the port."),

	/** {@code jdbc:postgres://...}. */
	OTHER_PREFIX("starts with jdbc:postgres:, and the driver takes jdbc:postgresql: only.");

	private static final String PREFIX = "jdbc:postgres:";

	private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://(?<authority>[^/?]*)(?<path>[^?]*).*",
			Pattern.DOTALL);

	/** Of one host or the last of several. */
	private static final Pattern PORT = Pattern.compile(".*]|[^:]*|.*:\\d*");

	private final String sentence;

	UrlMistake(String sentence) {
		this.sentence = sentence;
	}

	/**
	 * Looks for a mistake.
	 * @param url what a DataSource is given
	 * @return the mistake, or nothing if the driver may take it, or another one
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
	 * A slash in a password ends the authority. What stands before it is no port then; if
	 * it is one, the at sign belongs to the name of the database.
	 */
	private static boolean hasLogin(String authority, String path) {
		return authority.contains("@") || (path.contains("@") && !PORT.matcher(authority).matches());
	}

	/**
	 * Reads what is meant.
	 * @param setting the name of what has the URL, for messages
	 * @param url the URL with this mistake
	 * @return what to write instead
	 * @throws InvalidDatabaseUrlException if it cannot be read
	 */
	public DatabaseUrl corrected(String setting, String url) {
		return DatabaseUrl.parse(setting,
				(this == OTHER_PREFIX) ? "jdbc:postgresql:" + url.substring(PREFIX.length()) : url);
	}

	/**
	 * Says what is wrong.
	 * @param setting the name of what has the URL
	 * @return a sentence that quotes nothing of the URL
	 */
	public String of(String setting) {
		return setting + " " + this.sentence;
	}

}
