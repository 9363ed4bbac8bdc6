package dev.migrator.internal.dialect.address;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.BeansException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Finds the address that a DataSource leads to. The driver's own DataSources name hosts,
 * but not always. Pools have their JDBC URL in a property with one of two names. For
 * others, nothing is known.
 */
public final class DataSourceAddress {

	private DataSourceAddress() {
	}

	/**
	 * Returns the address of the server, for the message that it does not answer.
	 */
	public static Optional<String> of(DataSource dataSource) {
		DataSource target = target(dataSource);
		return ServerLogin.of(target)
			.or(() -> url(target).flatMap((url) -> ServerLogin.of(url, null, null, new Properties())))
			// A part of a password may have been read as the name of the database.
			.map((login) -> login.address().replaceFirst(".*@", "***@"));
	}

	/**
	 * Returns the JDBC URL, whatever it contains.
	 */
	static Optional<String> url(DataSource dataSource) {
		try {
			BeanWrapperImpl properties = new BeanWrapperImpl(target(dataSource));
			return Stream.of("jdbcUrl", "url")
				.filter(properties::isReadableProperty)
				.map(properties::getPropertyValue)
				.filter(Objects::nonNull)
				.map(Object::toString)
				.findFirst();
		}
		catch (BeansException ex) {
			// A property of that name may be anything.
			return Optional.empty();
		}
	}

	private static DataSource target(DataSource dataSource) {
		DataSource target = dataSource;
		while (target instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
			target = delegating.getTargetDataSource();
		}
		return target;
	}

}
