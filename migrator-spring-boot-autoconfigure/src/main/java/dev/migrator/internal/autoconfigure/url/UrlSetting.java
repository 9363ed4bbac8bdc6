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
 * A property of the application that has the URL of a DataSource, as far as its name
 * tells. The migrator's own is none: there the form of hosts is right, and what is wrong
 * is said by the migrator itself.
 *
 * @param name its name
 * @param written what is written there, with references
 * @param value what that comes to, as far as the references lead somewhere
 */
record UrlSetting(String name, String written, String value) {

	private static final List<String> OF_SPRING_BOOT = List.of("spring.datasource.url", "spring.flyway.url",
			"spring.liquibase.url");

	private static final String OF_MIGRATOR = "migrator.url";

	/** The first one that is set counts. */
	private static final List<String> OF_DATA_SOURCE = List.of("spring.datasource.hikari.jdbc-url",
			"spring.datasource.hikari.jdbcUrl", "spring.datasource.url");

	private static final List<String> ENDINGS = List.of(".url", ".jdbc-url", ".jdbcUrl");

	/**
	 * Finds all of them, those of Spring Boot first.
	 */
	static List<UrlSetting> in(ConfigurableEnvironment environment) {
		Set<String> names = new LinkedHashSet<>(OF_SPRING_BOOT);
		environment.getPropertySources().stream().flatMap(UrlSetting::names).sorted().forEach(names::add);
		names.remove(OF_MIGRATOR);
		return names.stream().flatMap((name) -> read(name, environment).stream()).toList();
	}

	/**
	 * Finds the one that leads to the DataSource of Spring Boot, with certainty.
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
	 * The whole property cannot be asked for: what it refers to may not be there.
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
			// Whoever asks for it is told so.
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
	 * What the names of the properties beside it start with.
	 */
	String prefix() {
		return this.name.substring(0, this.name.lastIndexOf('.') + 1);
	}

	String lastPart() {
		return this.name.substring(prefix().length());
	}

	/**
	 * The last part of the name of the property for the user.
	 */
	String user() {
		return this.name.startsWith("spring.flyway.") || this.name.startsWith("spring.liquibase.") ? "user"
				: "username";
	}

}
