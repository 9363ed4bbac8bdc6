package dev.migrator.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Chooses the DataSource of the migrator: the one marked for it, one of its own if it has
 * a URL, or the application's. Never one derived from the application's, which would lose
 * what that one does to its connections.
 */
final class DataSourceChoice {

	private static final String DRIVER = "org.postgresql.Driver";

	private static final Pattern LOGIN_IN_URL = Pattern.compile("jdbc:postgresql://[^/?]*@");

	private DataSourceChoice() {
	}

	static DataSource of(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			ObjectProvider<DataSource> migratorDataSource, ConfigurableListableBeanFactory beans) {
		// A DataSource of another database needs no driver of PostgreSQL, the migrator's
		// classes do.
		if (!ClassUtils.isPresent(DRIVER, beans.getBeanClassLoader())) {
			throw MigratorConfigurationException.driverMissing();
		}
		DataSource marked = migratorDataSource.getIfAvailable();
		if (marked != null) {
			return marked;
		}
		if (properties.url() != null) {
			refuseUnlessJdbc(properties.url());
			return DataSourceBuilder.create()
				.type(SimpleDriverDataSource.class)
				.url(properties.url())
				.username(properties.username())
				.password(properties.password())
				.build();
		}
		if (properties.username() != null || properties.password() != null) {
			throw MigratorConfigurationException.credentialsWithoutUrl();
		}
		DataSource unique = dataSource.getIfUnique();
		if (unique == null) {
			throw MigratorConfigurationException
				.noUniqueDataSource(List.of(beans.getBeanNamesForType(DataSource.class)));
		}
		return unique;
	}

	/**
	 * Hosts give URLs that the driver does not read: postgres://user:password@host/db.
	 */
	private static void refuseUnlessJdbc(String url) {
		if (!url.startsWith("jdbc:")) {
			throw MigratorConfigurationException.noJdbcUrl("it does not begin with jdbc:postgresql:");
		}
		if (url.startsWith("jdbc:postgres:")) {
			throw MigratorConfigurationException
				.noJdbcUrl("the driver's name is postgresql, and it begins with jdbc:postgres:");
		}
		if (LOGIN_IN_URL.matcher(url).lookingAt()) {
			throw MigratorConfigurationException
				.noJdbcUrl("it has a user or a password before its host, which the driver takes for the host's name");
		}
	}

}
