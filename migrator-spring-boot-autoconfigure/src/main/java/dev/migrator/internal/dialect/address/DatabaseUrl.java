package dev.migrator.internal.dialect.address;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.error.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * An address of a database, in the form that hosting providers give or the driver
 * accepts: {@code postgres://user:password@host:port/database?sslmode=require}, with
 * {@code postgresql} for {@code postgres}, percent-encoded credentials and one or several
 * hosts (<a href=
 * "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq's
 * rules</a>), or a JDBC URL, which is used as it is.
 * <p>
 * It is not read with {@link java.net.URI}, whose exceptions quote the text, password
 * included. No exception of this class quotes any of it. The JDBC URL contains neither
 * the user nor the password, because others log it (Hibernate does at start).
 *
 * @param jdbcUrl the JDBC URL, without the user and the password that the address
 * contains
 * @param username that user, or {@code null}
 * @param password that password, or {@code null}
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String username, @Nullable String password) {

	private static final String EXPECTED = "It must look like postgresql://user:password@host:5432/database?sslmode=require "
			+ "or jdbc:postgresql://host:5432/database?user=user&password=password.";

	private static final String ENCODE = "In a user or a password the characters : / ? # [ ] @ % must be percent-encoded, "
			+ "for example @ as %40.";

	private static final Pattern SCHEME = Pattern.compile("^((jdbc:postgresql)|postgres(ql)?)://",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:]+)(:(?<port>.*))?");

	/** Parameters that have different names in libpq and in the JDBC driver. */
	private static final Map<String, String> DRIVER_NAMES = Map.of("application_name", "ApplicationName",
			"channel_binding", "channelBinding", "connect_timeout", "connectTimeout", "sslnegotiation",
			"sslNegotiation");

	/**
	 * Returns whether a text has the form that hosting providers give, which the driver
	 * does not accept.
	 * @param text the text
	 * @return whether it begins with {@code postgresql://} or {@code postgres://}
	 */
	public static boolean isOfHost(String text) {
		Matcher scheme = SCHEME.matcher(text.strip());
		return scheme.find() && scheme.group(2) == null;
	}

	/**
	 * Reads an address.
	 * @param setting the name of the setting that contains it, for messages
	 * @param value the address
	 * @return the address in the form that the driver accepts
	 * @throws InvalidDatabaseUrlException if it cannot be read
	 */
	public static DatabaseUrl parse(String setting, String value) {
		return new Reading(setting).read(value.strip());
	}

	/**
	 * Writes the address as properties, one a line.
	 * @param prefix the prefix of their names
	 * @param url the last part of the name of the property for the URL
	 * @param user the same for the user
	 * @return the lines, without the password
	 */
	public String properties(String prefix, String url, String user) {
		List<String> lines = new ArrayList<>(List.of(prefix + url + "=" + this));
		if (this.username != null) {
			lines.add(prefix + user + "=" + this.username);
		}
		if (this.password != null) {
			lines.add(prefix + "password=***");
		}
		return "    " + String.join("\n    ", lines);
	}

	/**
	 * Does not show the password.
	 */
	@Override
	public String toString() {
		return Secrets.mask(this.jdbcUrl);
	}

	/**
	 * Reads one address, and names its setting if it fails.
	 */
	private record Reading(String setting) {

		DatabaseUrl read(String url) {
			if (url.isEmpty()) {
				throw new InvalidDatabaseUrlException(this.setting + " is empty.", "Set it, or remove it. " + EXPECTED);
			}
			Matcher scheme = SCHEME.matcher(url);
			if (!scheme.find()) {
				if (url.startsWith("jdbc:postgres:")) {
					throw invalid("it starts with jdbc:postgres:, but the driver accepts only jdbc:postgresql:.",
							"Write jdbc:postgresql: there, and keep the rest.");
				}
				// The form of another driver, or one around this driver's, is for that
				// driver to read.
				if (url.startsWith("jdbc:")) {
					return new DatabaseUrl(url, null, null);
				}
				throw invalid("it does not start with jdbc:postgresql://, postgresql:// or postgres://.", EXPECTED);
			}
			String rest = url.substring(scheme.end());
			int authorityEnd = firstOf(rest, "/?");
			String authority = rest.substring(0, authorityEnd);
			int at = authority.lastIndexOf('@');
			if (at < 0 && rest.substring(0, endOfPath(rest)).contains("@")) {
				throw invalid("the user or the password contains a character that ends it too early.", ENCODE);
			}
			boolean jdbc = scheme.group(2) != null;
			if (jdbc && authority.isEmpty()) {
				return new DatabaseUrl(url, null, null);
			}
			String hosts = checkedHosts(authority.substring(at + 1));
			if (jdbc && at < 0) {
				return new DatabaseUrl(url, null, null);
			}
			String credentials = authority.substring(0, Math.max(at, 0));
			int colon = credentials.indexOf(':');
			String username = (colon < 0) ? credentials : credentials.substring(0, colon);
			String password = (colon < 0) ? "" : credentials.substring(colon + 1);
			String target = rest.substring(authorityEnd);
			Map<String, String> parameters = parameters(target);
			username = parameters.getOrDefault("user", username);
			password = parameters.getOrDefault("password", password);
			parameters.keySet().removeAll(List.of("user", "password"));
			return new DatabaseUrl("jdbc:postgresql://" + hosts + path(target) + query(parameters), decoded(username),
					decoded(password));
		}

		private String checkedHosts(String hosts) {
			for (String each : hosts.split(",", -1)) {
				Matcher host = HOST.matcher(each);
				if (!host.matches()) {
					throw invalid("it has no host, or its host cannot be read.", EXPECTED + " " + ENCODE);
				}
				if (host.group("port") != null && !isPort(host.group("port"))) {
					throw invalid("the port is not a number from 1 to 65535.", EXPECTED + " " + ENCODE);
				}
			}
			return hosts;
		}

		private boolean isPort(String port) {
			return port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535;
		}

		private String path(String target) {
			String path = target.substring(0, firstOf(target, "?"));
			return path.isEmpty() ? "/" : escaped(path);
		}

		/** Returns the parameters as written, by the driver's names. */
		private Map<String, String> parameters(String target) {
			Map<String, String> parameters = new LinkedHashMap<>();
			int question = firstOf(target, "?");
			if (question >= target.length() - 1) {
				return parameters;
			}
			for (String parameter : StringUtils.tokenizeToStringArray(target.substring(question + 1), "&")) {
				int equals = parameter.indexOf('=');
				if (equals < 1) {
					throw invalid("a parameter after the question mark is not of the form name=value.", EXPECTED);
				}
				String name = parameter.substring(0, equals);
				parameters.put(DRIVER_NAMES.getOrDefault(name, name), parameter.substring(equals + 1));
			}
			return parameters;
		}

		private String query(Map<String, String> parameters) {
			return parameters.isEmpty() ? ""
					: parameters.entrySet()
						.stream()
						.map((parameter) -> escaped(parameter.getKey()) + "=" + escaped(parameter.getValue()))
						.collect(Collectors.joining("&", "?", ""));
		}

		/**
		 * Escapes plus signs: a plus sign is itself for libpq, but a space for the
		 * driver.
		 */
		private String escaped(String text) {
			return text.replace("+", "%2B");
		}

		private @Nullable String decoded(String credential) {
			if (credential.isEmpty()) {
				return null;
			}
			try {
				return StringUtils.uriDecode(credential, StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException ex) {
				// Not the cause of the exception: its message quotes the password.
				throw invalid("the user or the password has a percent sign without two hex digits after it.", ENCODE);
			}
		}

		private int firstOf(String text, String characters) {
			for (int i = 0; i < text.length(); i++) {
				if (characters.indexOf(text.charAt(i)) >= 0) {
					return i;
				}
			}
			return text.length();
		}

		/** Stops before the parameters, which may contain an at sign. */
		private int endOfPath(String rest) {
			int parameters = rest.indexOf('?');
			boolean hasParameters = parameters >= 0 && rest.indexOf('=', parameters) >= 0;
			return hasParameters ? parameters : rest.length();
		}

		private InvalidDatabaseUrlException invalid(String reason, String action) {
			return new InvalidDatabaseUrlException(this.setting + " cannot be read: " + reason, action);
		}

	}

}
