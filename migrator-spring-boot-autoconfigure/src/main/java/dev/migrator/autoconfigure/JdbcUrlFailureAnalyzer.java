package dev.migrator.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
		return Stream.of("spring.datasource.", "spring.flyway.", "spring.liquibase.")
			.filter((prefix) -> DatabaseUrl.isOfHost(environment.getProperty(prefix + "url", "")))
			.findFirst()
			.map((prefix) -> analyze(prefix, cause, environment))
			.orElse(null);
	}

	private static FailureAnalysis analyze(String prefix, Throwable cause, Environment environment) {
		String setting = prefix + "url";
		try {
			DatabaseUrl url = DatabaseUrl.parse(setting, environment.getRequiredProperty(setting));
			return new FailureAnalysis(
					setting + " has the form that hosts give (postgresql://...), and JDBC has another one.",
					"Write it as:\n\n" + written(prefix, url) + "\nOr let the migrator read it, user and password "
							+ "included:\n\n    " + setting + "=${migrator.jdbc-url." + variable(setting, environment)
							+ "}",
					cause);
		}
		catch (InvalidDatabaseUrlException ex) {
			return new FailureAnalysis(ex.description(), ex.action(), ex);
		}
	}

	private static String written(String prefix, DatabaseUrl url) {
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
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				Object value = source.getProperty(setting);
				Matcher variable = VARIABLE.matcher(String.valueOf(value));
				if (value != null) {
					return variable.matches() ? variable.group(1) : "DATABASE_URL";
				}
			}
		}
		return "DATABASE_URL";
	}

}
