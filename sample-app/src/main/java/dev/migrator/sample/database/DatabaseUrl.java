package dev.migrator.sample.database;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads {@code DATABASE_URL} as hosts give it:
 * {@code postgres://user:password@host:port/database?sslmode=require}, with
 * {@code postgresql} for {@code postgres}, percent-encoded credentials and several hosts
 * if need be (<a href=
 * "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq's
 * rules</a>), or a JDBC URL, which is taken as it is.
 * <p>
 * It is not read with {@link java.net.URI}, whose exceptions quote the text, password
 * included. Nothing that is thrown here quotes any of it.
 */
final class DatabaseUrl {

	private static final String EXPECTED = "It has to look like postgresql://user:password@host:5432/database?sslmode=require "
			+ "or jdbc:postgresql://host:5432/database?user=user&password=password.";

	private static final String ENCODE = "In a user or a password the characters : / ? # [ ] @ % have to be percent-encoded, "
			+ "@ as %40 for one.";

	private static final Pattern SCHEME = Pattern.compile("^(jdbc:postgresql|postgres(ql)?)://",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:]+)(:(?<port>.*))?");

	/** Where libpq and the JDBC driver have different names for the same. */
	private static final Map<String, String> DRIVER_NAMES = Map.of("application_name", "ApplicationName",
			"channel_binding", "channelBinding", "connect_timeout", "connectTimeout", "sslnegotiation",
			"sslNegotiation");

	private DatabaseUrl() {
	}

	/**
	 * Reads the value of {@code DATABASE_URL}.
	 * @param value the value
	 * @return the settings to connect with
	 * @throws DatabaseSetupException if it cannot be read, saying what is wrong without
	 * quoting it
	 */
	static ConnectionSettings parse(String value) {
		String url = value.strip();
		var scheme = SCHEME.matcher(url);
		if (!scheme.find()) {
			throw invalid("it does not start with jdbc:postgresql://, postgresql:// or postgres://.", EXPECTED);
		}
		String rest = url.substring(scheme.end());
		int authorityEnd = firstOf(rest, "/?");
		String authority = rest.substring(0, authorityEnd);
		int at = authority.lastIndexOf('@');
		if (at < 0 && rest.substring(0, endOfPath(rest)).contains("@")) {
			throw invalid("the user or the password contains a character that ends it too early.", ENCODE);
		}
		String hosts = checkedHosts(authority.substring(at + 1));
		if (at < 0 && url.regionMatches(true, 0, "jdbc:", 0, 5)) {
			return new ConnectionSettings(url, null, null);
		}
		String credentials = authority.substring(0, Math.max(at, 0));
		int colon = credentials.indexOf(':');
		String username = (colon < 0) ? credentials : credentials.substring(0, colon);
		String password = (colon < 0) ? "" : credentials.substring(colon + 1);
		return new ConnectionSettings("jdbc:postgresql://" + hosts + target(rest.substring(authorityEnd)),
				decoded(username), decoded(password));
	}

	private static String checkedHosts(String hosts) {
		for (String each : hosts.split(",", -1)) {
			var host = HOST.matcher(each);
			if (!host.matches()) {
				throw invalid("it names no host, or one that cannot be read.", EXPECTED + " " + ENCODE);
			}
			if (host.group("port") != null && !isPort(host.group("port"))) {
				throw invalid("the port is not a number from 1 to 65535.", EXPECTED + " " + ENCODE);
			}
		}
		return hosts;
	}

	private static boolean isPort(String port) {
		return port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535;
	}

	/** Database and parameters in the driver's spelling. */
	private static String target(String pathAndParameters) {
		// A plus sign is itself for libpq, but a blank for the driver.
		String escaped = pathAndParameters.replace("+", "%2B");
		int question = escaped.indexOf('?');
		String path = (question < 0) ? escaped : escaped.substring(0, question);
		if (path.isEmpty()) {
			path = "/";
		}
		if (question < 0 || question == escaped.length() - 1) {
			return path;
		}
		return path + Stream.of(escaped.substring(question + 1).split("&"))
			.map(DatabaseUrl::driverParameter)
			.collect(Collectors.joining("&", "?", ""));
	}

	private static String driverParameter(String parameter) {
		int equals = parameter.indexOf('=');
		if (equals < 1) {
			throw invalid("a parameter after the question mark is not of the form name=value.", EXPECTED);
		}
		String name = parameter.substring(0, equals);
		return DRIVER_NAMES.getOrDefault(name, name) + parameter.substring(equals);
	}

	private static @Nullable String decoded(String credential) {
		if (credential.isEmpty()) {
			return null;
		}
		try {
			return StringUtils.uriDecode(credential, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// Not passed on as the cause: its message quotes the password.
			throw invalid("the user or the password has a percent sign that two hex digits do not follow.", ENCODE);
		}
	}

	private static int firstOf(String text, String characters) {
		for (int i = 0; i < text.length(); i++) {
			if (characters.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return text.length();
	}

	/** Up to the parameters, in which an at sign is nothing unusual. */
	private static int endOfPath(String rest) {
		int parameters = rest.indexOf('?');
		boolean hasParameters = parameters >= 0 && rest.indexOf('=', parameters) >= 0;
		return hasParameters ? parameters : rest.length();
	}

	private static DatabaseSetupException invalid(String reason, String action) {
		return new DatabaseSetupException("DATABASE_URL cannot be read: " + reason, action);
	}

}
