package dev.migrator.dialect;

import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.beans.BeanWrapperImpl;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Where a DataSource leads to, for the message that nobody answers there. The driver's
 * own name hosts, and not always. Pools have their JDBC URL in a property of one name or
 * the other; of what has none, nothing is said.
 */
final class DataSourceAddress {

	private DataSourceAddress() {
	}

	static Optional<String> of(DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
			return of(delegating.getTargetDataSource());
		}
		// A user that stands before the host is taken for a part of its name.
		return ServerLogin.of(dataSource)
			.or(() -> url(dataSource))
			.map((login) -> login.address().replaceFirst(".*@", "***@"));
	}

	private static Optional<ServerLogin> url(DataSource target) {
		BeanWrapperImpl properties = new BeanWrapperImpl(target);
		return Stream.of("jdbcUrl", "url")
			.filter(properties::isReadableProperty)
			.map(properties::getPropertyValue)
			.filter(String.class::isInstance)
			.findFirst()
			.flatMap((url) -> ServerLogin.of((String) url, null, null, new Properties()));
	}

}
