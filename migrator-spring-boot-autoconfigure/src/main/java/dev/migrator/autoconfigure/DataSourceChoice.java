package dev.migrator.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the DataSource of the migrator: the one marked for it, one of its own if it has
 * a URL, or the application's. Never one derived from the application's, which would lose
 * what that one does to its connections.
 */
final class DataSourceChoice {

	private DataSourceChoice() {
	}

	static DataSource of(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			ObjectProvider<DataSource> migratorDataSource, ListableBeanFactory beans) {
		DataSource marked = migratorDataSource.getIfAvailable();
		if (marked != null) {
			return marked;
		}
		if (properties.url() != null) {
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

}
