package dev.migrator.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.autoconfigure.properties.MigratorConfigurationException;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.dialect.address.DatabaseUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Chooses the DataSource of the migrator: the one marked for it, one of its own if it has
 * a URL, or the application's. Never uses one derived from the application's, which would
 * lose the settings that the application's makes on its connections.
 */
final class DataSourceChoice {

	private static final String DRIVER = "org.postgresql.Driver";

	private DataSourceChoice() {
	}

	static DataSource of(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			ObjectProvider<DataSource> migratorDataSource, ConfigurableListableBeanFactory beans) {
		// A DataSource of another database needs no driver of PostgreSQL, but the
		// migrator's classes do.
		if (!ClassUtils.isPresent(DRIVER, beans.getBeanClassLoader())) {
			throw MigratorConfigurationException.driverMissing();
		}
		DataSource marked = migratorDataSource.getIfAvailable();
		if (marked != null) {
			return marked;
		}
		if (properties.getUrl() != null) {
			DatabaseUrl url = DatabaseUrl.parse("migrator.url", properties.getUrl());
			return DataSourceBuilder.create()
				.type(SimpleDriverDataSource.class)
				.url(url.jdbcUrl())
				.username((properties.getUsername() != null) ? properties.getUsername() : url.username())
				.password((properties.getPassword() != null) ? properties.getPassword() : url.password())
				.build();
		}
		if (properties.getUsername() != null || properties.getPassword() != null) {
			throw MigratorConfigurationException.credentialsWithoutUrl();
		}
		DataSource unique = dataSource.getIfUnique();
		if (unique == null) {
			throw MigratorConfigurationException
				.noUniqueDataSource(List.of(beans.getBeanNamesForType(DataSource.class)));
		}
		return unique;
	}

}
