package dev.migrator.internal.autoconfigure.bean;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.autoconfigure.properties.MigratorConfigurationException;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.dialect.address.DatabaseUrl;
import org.jspecify.annotations.Nullable;
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
public final class DataSourceChoice {

	private static final String DRIVER = "org.postgresql.Driver";

	private DataSourceChoice() {
	}

	/**
	 * Chooses the DataSource.
	 * @param properties the properties of the migrator
	 * @param dataSource the DataSources of the application
	 * @param migratorDataSource finds the DataSource that is marked for the migrator, or
	 * {@code null}
	 * @param beans the beans of the application
	 * @return the DataSource
	 * @throws MigratorConfigurationException if there is none, or more than one
	 */
	public static DataSource of(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			Supplier<@Nullable DataSource> migratorDataSource, ConfigurableListableBeanFactory beans) {
		// A DataSource of another database needs no driver of PostgreSQL, but the
		// migrator's classes do.
		if (!ClassUtils.isPresent(DRIVER, beans.getBeanClassLoader())) {
			throw MigratorConfigurationException.driverMissing();
		}
		DataSource marked = migratorDataSource.get();
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
