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
 * Where a DataSource leads to. The driver's own name hosts, and not always. Pools have
 * their JDBC URL in a property of one name or the other; of what has none, nothing is
 * known.
 */
public final class DataSourceAddress {

	private DataSourceAddress() {
	}

	/**
	 * Of the server, for the message that nobody answers there.
	 */
	public static Optional<String> of(DataSource dataSource) {
		DataSource target = target(dataSource);
		return ServerLogin.of(target)
			.or(() -> url(target).flatMap((url) -> ServerLogin.of(url, null, null, new Properties())))
			// A part of a password may be taken for one of the database's name.
			.map((login) -> login.address().replaceFirst(".*@", "***@"));
	}

	/**
	 * The JDBC URL, whatever is written there.
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
