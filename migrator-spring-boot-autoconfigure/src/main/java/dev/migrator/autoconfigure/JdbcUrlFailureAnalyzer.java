package dev.migrator.autoconfigure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.DatabaseUrl;
import dev.migrator.dialect.InvalidDatabaseUrlException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Says how the address that a host gives is written for JDBC. Spring Boot says no more
 * than that it has to start with "jdbc".
 */
class JdbcUrlFailureAnalyzer implements FailureAnalyzer {

	private static final String REFUSED = "must start with \"jdbc\"";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^:}]+)[:}].*");

	private final @Nullable Environment environment;

	JdbcUrlFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IllegalArgumentException && String.valueOf(cause.getMessage()).endsWith(REFUSED)) {
				return analyze(cause, this.environment);
			}
		}
		return null;
	}

	private static @Nullable FailureAnalysis analyze(Throwable cause, @Nullable Environment environment) {
		if (environment == null) {
			return null;
		}
		for (String prefix : List.of("spring.datasource.", "spring.flyway.", "spring.liquibase.")) {
			// The whole property cannot be asked for: what it refers to may not be there.
			String value = environment.resolvePlaceholders(written(prefix + "url", environment));
			if (DatabaseUrl.isOfHost(value)) {
				return analyze(prefix, cause, environment);
			}
			Matcher unresolved = VARIABLE.matcher(value);
			if (unresolved.matches()) {
				return notSet(prefix + "url", unresolved.group(1), cause);
			}
		}
		return null;
	}

	/**
	 * Spring Boot takes a reference that leads nowhere as it is written.
	 */
	private static FailureAnalysis notSet(String setting, String name, Throwable cause) {
		String variable = name.startsWith(JdbcUrlPropertySource.PREFIX)
				? name.substring(JdbcUrlPropertySource.PREFIX.length()) : name;
		return new FailureAnalysis(setting + " is ${" + name + "}, and " + variable + " is not set.",
				"Set it, or write what counts without it behind a colon: " + setting + "=${" + name
						+ ":jdbc:postgresql://<host>:<port>/<database>}",
				cause);
	}

	private static FailureAnalysis analyze(String prefix, Throwable cause, Environment environment) {
		String setting = prefix + "url";
		try {
			DatabaseUrl url = DatabaseUrl.parse(setting, environment.getRequiredProperty(setting));
			return new FailureAnalysis(
					setting + " has the form that hosts give (postgresql://...), and JDBC has another one.",
					"Write it as:\n\n" + lines(prefix, url) + "\nOr let the migrator read it, user and password "
							+ "included:\n\n    " + setting + "=${migrator.jdbc-url." + variable(setting, environment)
							+ "}",
					cause);
		}
		catch (InvalidDatabaseUrlException ex) {
			return new FailureAnalysis(ex.description(), ex.action(), ex);
		}
	}

	private static String lines(String prefix, DatabaseUrl url) {
		StringBuilder lines = new StringBuilder("    " + prefix + "url=" + url + "\n");
		String user = prefix.equals("spring.datasource.") ? "username" : "user";
		if (url.username() != null) {
			lines.append("    ").append(prefix).append(user).append('=').append(url.username()).append('\n');
		}
		if (url.password() != null) {
			lines.append("    ").append(prefix).append("password=***\n");
		}
		return lines.toString();
	}

	/**
	 * The one that the setting refers to, or the usual one, where the address itself was
	 * written.
	 */
	private static String variable(String setting, Environment environment) {
		Matcher variable = VARIABLE.matcher(written(setting, environment));
		return variable.matches() ? variable.group(1) : "DATABASE_URL";
	}

	private static String written(String setting, Environment environment) {
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				Object value = source.getProperty(setting);
				if (value != null) {
					return value.toString();
				}
			}
		}
		return "";
	}

}
