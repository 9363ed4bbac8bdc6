package dev.migrator.internal.autoconfigure.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.address.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Converts an address in the form of hosting providers for an application that asks for
 * it: {@code spring.datasource.url=${migrator.jdbc-url.DATABASE_URL}} is the JDBC form of
 * the value of {@code DATABASE_URL}. Its user and its password are the values of the
 * properties beside that URL ({@code spring.datasource.username}), unless something else
 * sets them. In the URL they would be logged: Hibernate shows it at start.
 */
final class JdbcUrlPropertySource extends PropertySource<String> {

	private static final Pattern LOGIN = Pattern.compile("(.+)\\.(user|username|password)");

	private final ConfigurableEnvironment environment;

	/**
	 * Creates it. The environment is not its source, because Spring Boot searches that
	 * for more sources.
	 */
	JdbcUrlPropertySource(ConfigurableEnvironment environment) {
		super("migratorJdbcUrl", UrlReference.JDBC);
		this.environment = environment;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		UrlReference asked = new UrlReference(name);
		if (asked.asksForJdbc()) {
			DatabaseUrl url = read(asked.variable());
			return (url != null) ? url.jdbcUrl() : null;
		}
		Matcher login = LOGIN.matcher(name);
		DatabaseUrl url = login.matches() ? referredTo(login.group(1) + ".url") : null;
		if (url == null) {
			return null;
		}
		return name.endsWith(".password") ? url.password() : url.username();
	}

	/**
	 * Returns the address that the URL beside it refers to.
	 */
	private @Nullable DatabaseUrl referredTo(String property) {
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			Object value = !source.equals(this) ? source.getProperty(property) : null;
			if (value != null) {
				return UrlReference.in(value.toString())
					.filter(UrlReference::asksForJdbc)
					.map((reference) -> read(reference.variable()))
					.orElse(null);
			}
		}
		return null;
	}

	private @Nullable DatabaseUrl read(String variable) {
		String value = this.environment.getProperty(variable);
		return (value != null) ? DatabaseUrl.parse(variable, value) : null;
	}

}
