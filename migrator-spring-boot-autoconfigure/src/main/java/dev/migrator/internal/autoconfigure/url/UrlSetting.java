package dev.migrator.internal.autoconfigure.url;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.address.InvalidDatabaseUrlException;
import dev.migrator.internal.dialect.address.UrlMistake;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * A property of the application that has the URL of a DataSource, according to its name.
 * The migrator's own property is not one: there the form of hosting providers is allowed,
 * and the migrator itself reports mistakes.
 *
 * @param name its name
 * @param written the written value, with references
 * @param value the resolved value, as far as the references can be resolved
 */
record UrlSetting(String name, String written, String value) {

	private static final List<String> OF_SPRING_BOOT = List.of("spring.datasource.url", "spring.flyway.url",
			"spring.liquibase.url");

	private static final String OF_MIGRATOR = "migrator.url";

	/** The first of these that is set is used. */
	private static final List<String> OF_DATA_SOURCE = List.of("spring.datasource.hikari.jdbc-url",
			"spring.datasource.hikari.jdbcUrl", "spring.datasource.url");

	private static final List<String> ENDINGS = List.of(".url", ".jdbc-url", ".jdbcUrl");

	/**
	 * Finds all settings, those of Spring Boot first.
	 */
	static List<UrlSetting> in(ConfigurableEnvironment environment) {
		Set<String> names = new LinkedHashSet<>(OF_SPRING_BOOT);
		environment.getPropertySources().stream().flatMap(UrlSetting::names).sorted().forEach(names::add);
		names.remove(OF_MIGRATOR);
		return names.stream().flatMap((name) -> read(name, environment).stream()).toList();
	}

	/**
	 * Finds the setting of the DataSource of Spring Boot, if it is certain.
	 */
	static Optional<UrlSetting> ofDataSource(ConfigurableEnvironment environment) {
		return OF_DATA_SOURCE.stream().flatMap((name) -> read(name, environment).stream()).findFirst();
	}

	private static Stream<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> listed)
				? Stream.of(listed.getPropertyNames()).filter((name) -> ENDINGS.stream().anyMatch(name::endsWith))
				: Stream.empty();
	}

	/**
	 * Reads a setting. The resolved property cannot be read directly, because its
	 * references may not be resolvable.
	 */
	private static Optional<UrlSetting> read(String name, ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			Object written = source.getProperty(name);
			if (written != null) {
				return resolved(name, written.toString(), environment);
			}
		}
		return Optional.empty();
	}

	private static Optional<UrlSetting> resolved(String name, String written, Environment environment) {
		try {
			return Optional.of(new UrlSetting(name, written, environment.resolvePlaceholders(written)));
		}
		catch (InvalidDatabaseUrlException ex) {
			// The code that asks for it reports that.
			return Optional.empty();
		}
	}

	boolean isOfSpringBoot() {
		return OF_SPRING_BOOT.contains(this.name);
	}

	Optional<UrlMistake> mistake() {
		return UrlMistake.in(this.value);
	}

	boolean has(UrlMistake mistake) {
		return mistake().filter(mistake::equals).isPresent();
	}

	/**
	 * Returns the prefix of the properties beside it.
	 */
	String prefix() {
		return this.name.substring(0, this.name.lastIndexOf('.') + 1);
	}

	String lastPart() {
		return this.name.substring(prefix().length());
	}

	/**
	 * Returns the last part of the name of the property for the user.
	 */
	String user() {
		return this.name.startsWith("spring.flyway.") || this.name.startsWith("spring.liquibase.") ? "user"
				: "username";
	}

}
